package org.sluice.demo.workers;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The bank's worker and one supplier's, each a virtual machine of its own beside the product. They begin when the house is
 * open, come back when they are killed, and end with the house, whatever ends it. The house is whole without them: what
 * needs them waits and says so.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "sluice.workers", havingValue = "on", matchIfMissing = true)
class DemoWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorkers.class);

    private static final String BANK = "bank";
    private static final String DATA_SET = "companies";
    private static final int BANK_ROWS = 20_000;
    private static final int SUPPLIER_ROWS = 50_000;
    /** Where the supplier's list begins within the bank's: 12,600 are in both. */
    private static final int SUPPLIER_FROM = 7_400;

    private final WorkerRegistration registration;
    private final Path folders;
    private final List<RunningWorker> running = new ArrayList<>();
    private boolean closed;

    DemoWorkers(WorkerRegistration registration, @Value("${sluice.home:.sluice}") String home) {
        this.registration = registration;
        this.folders = Path.of(home).toAbsolutePath().resolve("workers");
    }

    @EventListener
    void open(ApplicationReadyEvent event) {
        @Nullable String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port == null) {
            return;
        }
        var program = WorkerProgram.find();
        if (program.isEmpty()) {
            LOG.warn("The worker's program is not beside this one; no worker runs, and a match test waits for one");
            return;
        }
        // The house is open already: making keys and identifiers is nothing that a person should wait for.
        var opening = new Thread(() -> open(program.get(), "http://127.0.0.1:" + port + "/engine-rest"), "workers");
        opening.setDaemon(true);
        opening.start();
    }

    private void open(WorkerProgram program, String engine) {
        try {
            var supplier = registration.supplier();
            if (supplier.isEmpty()) {
                LOG.warn("No supplier of the demo could run a worker; none is started");
                return;
            }
            var bankHome = new WorkerHome(folders.resolve(BANK), BANK);
            var supplierHome = new WorkerHome(
                    folders.resolve(supplier.get().party()), supplier.get().party());
            bankHome.furnish(program, DATA_SET, BANK_ROWS, 0);
            supplierHome.furnish(program, DATA_SET, SUPPLIER_ROWS, SUPPLIER_FROM);
            bankHome.trusts(program, supplierHome);
            supplierHome.trusts(program, bankHome);
            var random = new SecureRandom();
            registration.enter(supplier.get());
            var addresses = new HashSet<String>();
            for (var home : List.of(bankHome, supplierHome)) {
                var address = home.settle(engine, addresses);
                addresses.add(address);
                registration.register(home.party(), address, home.token(random));
                begin(program, home);
            }
            LOG.info(
                    "Workers of {} and {} run beside the house; their folders are in {}",
                    BANK,
                    supplier.get().party(),
                    folders);
        } catch (IOException | RuntimeException e) {
            LOG.error("The workers could not be started: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin(WorkerProgram program, WorkerHome home) {
        if (!closed) {
            running.add(new RunningWorker(program, home));
        }
    }

    /** The processes that run now. */
    synchronized List<ProcessHandle> processes() {
        return running.stream()
                .map(RunningWorker::present)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        running.parallelStream().forEach(RunningWorker::close);
        running.clear();
    }
}
