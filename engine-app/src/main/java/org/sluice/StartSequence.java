package org.sluice;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.demo.data.DemoData;
import org.sluice.security.FirstAdministrator;
import org.sluice.ui.demo.DemoDesk;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What happens between the first open port and "ready": the demo is loaded, or the first administrator made, before the
 * engine's jobs begin to run; then the house says where it is. Until then its health is OUT_OF_SERVICE.
 */
@Component
class StartSequence implements ApplicationRunner, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StartSequence.class);

    private final FirstAdministrator administrator;
    private final Optional<DemoData> data;
    private final Optional<DemoDesk> demo;

    private volatile boolean ready;

    StartSequence(FirstAdministrator administrator, Optional<DemoData> data, Optional<DemoDesk> demo) {
        this.administrator = administrator;
        this.data = data;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        data.ifPresentOrElse(DemoData::load, administrator::ensure);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent event) {
        ready = true;
        var port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            LOG.info(Welcome.text("http://localhost:" + port, demo));
        }
    }

    @Override
    public Health health() {
        return ready ? Health.up().build() : Health.outOfService().build();
    }
}
