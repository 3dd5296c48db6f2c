package org.sluice.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import org.sluice.SluiceApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * The whole house with its demo data on a database of its own, screens included. Nothing in it happens by the clock: jobs
 * are run and seals are made when the figures say so, and messages to other models stay undelivered, since what those do
 * is not the intake's.
 */
final class House {

    private House() {}

    static ConfigurableApplicationContext open(String url) {
        var application = new SpringApplication(SluiceApplication.class, ByHand.class);
        application.setAdditionalProfiles("demo");
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("withoutTests", new WithoutTests()));
        return application.run(
                "--spring.datasource.url=" + url,
                "--server.port=0",
                "--sluice.workers=off",
                "--camunda.bpm.job-execution.enabled=false",
                "--spring.main.allow-bean-definition-overriding=true",
                "--logging.level.root=warn");
    }

    /** The classes of the tests stand on the same class path; they are no part of the house. */
    private static final class WithoutTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws java.io.IOException {
            return reader.getResource().getURL().toString().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTests;
        }

        @Override
        public int hashCode() {
            return WithoutTests.class.hashCode();
        }
    }

    /** Found by nobody who looks for the beans of the house: only its name brings it in. */
    @TestConfiguration(proxyBeanMethods = false)
    static class ByHand {

        @Bean
        TaskExecutor taskExecutor() {
            return task -> {};
        }

        @Bean
        ThreadPoolTaskScheduler taskScheduler() {
            return new Never();
        }
    }

    @SuppressWarnings("serial")
    private static final class Never extends ThreadPoolTaskScheduler {

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
            return never();
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
            return never();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
            return never();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
            return never();
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
            return never();
        }

        private static ScheduledFuture<?> never() {
            return new Unscheduled();
        }
    }

    private static final class Unscheduled extends FutureTask<Boolean> implements ScheduledFuture<Boolean> {

        Unscheduled() {
            super(() -> true);
        }

        @Override
        public long getDelay(java.util.concurrent.TimeUnit unit) {
            return Long.MAX_VALUE;
        }

        @Override
        public int compareTo(java.util.concurrent.Delayed other) {
            return Long.compare(
                    getDelay(java.util.concurrent.TimeUnit.NANOSECONDS),
                    other.getDelay(java.util.concurrent.TimeUnit.NANOSECONDS));
        }
    }
}
