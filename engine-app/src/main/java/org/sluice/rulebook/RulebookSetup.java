package org.sluice.rulebook;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.rules.DecisionTables;
import org.sluice.rules.RuleBook;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables and the rules of {@code rules} into the application. */
@Configuration(proxyBeanMethods = false)
class RulebookSetup {

    private static final Logger LOG = LoggerFactory.getLogger(RulebookSetup.class);

    @Bean
    DecisionTables decisionTables() {
        return DecisionTables.shipped();
    }

    @Bean
    RuleBook ruleBook() {
        var started = System.nanoTime();
        var book = RuleBook.shipped();
        LOG.info(
                "Rule book: {} rules compiled in {} ms",
                book.rules().size(),
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return book;
    }
}
