package org.sluice;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.demo.data.DemoData;
import org.sluice.demo.workers.DemoWorkers;
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
 * engine's jobs begin to run; then the house says where it is and
 * starts the demo's workers. Until then its health is OUT_OF_SERVICE.
 */
@Component
class StartSequence implements ApplicationRunner, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StartSequence.class);

    private final FirstAdministrator administrator;
    private final Optional<DemoData> data;
    private final Optional<DemoDesk> demo;
    private final Optional<DemoWorkers> workers;

    private volatile boolean ready;

    StartSequence(
            FirstAdministrator administrator,
            Optional<DemoData> data,
            Optional<DemoDesk> demo,
            Optional<DemoWorkers> workers) {
        this.administrator = administrator;
        this.data = data;
        this.demo = demo;
        this.workers = workers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        data.ifPresentOrElse(DemoData::load, administrator::ensure);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent event) {
        ready = true;
        var environment = event.getApplicationContext().getEnvironment();
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            // Where a test has no web server, there is nobody for workers to ask.
            var host = environment.getProperty("server.address", "127.0.0.1");
            var said = workers.map(each -> each.open("http://" + host + ":" + port));
            LOG.info(Welcome.text("http://localhost:" + port, demo, said));
        }
    }

    @Override
    public Health health() {
        return ready ? Health.up().build() : Health.outOfService().build();
    }
}
