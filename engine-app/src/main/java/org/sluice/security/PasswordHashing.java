package org.sluice.security;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: bcrypt, with its name before the hash so that it can be replaced one day. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    private static final int STRENGTH = 12;

    /** The demo's one password is public, and every API request carries it: a costly hash would only cost. */
    private static final int DEMO_STRENGTH = 4;

    @Bean
    @Profile("!demo")
    PasswordEncoder passwordEncoder() {
        return bcrypt(STRENGTH);
    }

    @Bean
    @Profile("demo")
    PasswordEncoder demoPasswordEncoder() {
        return bcrypt(DEMO_STRENGTH);
    }

    private static PasswordEncoder bcrypt(int strength) {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(strength)));
    }
}
