package org.sluice.rulebook;

import org.sluice.rules.DecisionTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables of {@code rules} into the application. */
@Configuration(proxyBeanMethods = false)
class RulebookSetup {

    @Bean
    DecisionTables decisionTables() {
        return DecisionTables.shipped();
    }
}
