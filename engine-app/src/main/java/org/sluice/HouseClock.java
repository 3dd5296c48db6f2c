package org.sluice;

import java.time.Clock;
import org.sluice.shared.WorkingDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The time by which the house works. In the demo it can be moved, see {@code demo}. */
@Configuration(proxyBeanMethods = false)
class HouseClock {

    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.system(WorkingDays.ZONE);
    }
}
