package org.sluice.rulebook;

import org.sluice.rules.DecisionTables;
import org.sluice.rules.RuleBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables and the rules of {@code rules} into the application. */
@Configuration(proxyBeanMethods = false)
class RulebookSetup {

    @Bean
    DecisionTables decisionTables() {
        return DecisionTables.shipped();
    }

    /** Static, since it begins before any other bean is made. */
    @Bean
    static RuleBookCompilation ruleBookCompilation() {
        return new RuleBookCompilation();
    }

    @Bean
    RuleBook ruleBook(RuleBookCompilation compilation) {
        return compilation.book();
    }
}
