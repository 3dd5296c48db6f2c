package org.sluice.rulebook;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.rules.RuleBook;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Compiles the shipped rules on the other core while the start reads its classes and asks its database. The first bean
 * that needs the book waits for it, so nobody ever sees an application without its rules; rules that do not compile
 * end the start, as they would without a thread.
 */
final class RuleBookCompilation implements BeanFactoryPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(RuleBookCompilation.class);

    private final FutureTask<RuleBook> compiling = new FutureTask<>(RuleBookCompilation::compile);

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var thread = new Thread(compiling, "rule-book");
        thread.setDaemon(true);
        thread.start();
    }

    private static RuleBook compile() {
        var started = System.nanoTime();
        var book = RuleBook.shipped();
        LOG.info(
                "Rule book: {} rules compiled in {} ms, beside the start",
                book.rules().size(),
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return book;
    }

    /** Waits for the book. */
    RuleBook book() {
        try {
            return compiling.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while the rules were compiled");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("The rules can't be compiled", e.getCause());
        }
    }
}
