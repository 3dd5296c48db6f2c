package org.sluice.demo.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.demo.workers.WorkerFolder.Companies;
import org.sluice.privacy.OrderKey;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Starts the workers of the bank and of the demo's suppliers once the house is open, and ends them before it closes.
 * Whatever goes wrong with them is said in a line and leaves the house alone.
 */
@Component
@Profile("demo")
@NamedInterface("workers")
public class DemoWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoWorkers.class);

    private static final int BANK_ROWS = 20_000;

    /** Of which the supplier holds 2,600. */
    private static final int EXPOSURE_ROWS = 10_000;

    /** The supplier's rows begin where 12,600 of the bank's are left, which is 63 % of them. */
    private static final int SUPPLIER_FROM = 7_400;

    private static final int SUPPLIER_ROWS = 50_000;
    private static final String BANK = "bank";

    /** A list of a supplier whose product is in use, which may be asked and not seen. */
    private static final String LIST = "enterprise-risk";

    private static final int LIST_ROWS = 1_000_000;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(2);
    private static final Duration LOOKS_FOR_OTHERS_EVERY = Duration.ofSeconds(3);

    private final WorkerRegistration registration;
    private final OrderKey orderKey;
    private final boolean off;
    private final Optional<Path> named;
    private final Path home;
    private final int listRows;
    private final SecureRandom random = new SecureRandom();
    private final List<KeptWorker> kept = new CopyOnWriteArrayList<>();
    private final Set<String> known = new TreeSet<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread preparing;

    DemoWorkers(WorkerRegistration registration, OrderKey orderKey, Environment environment) {
        this.registration = registration;
        this.orderKey = orderKey;
        this.off = Set.of("off", "false").contains(environment.getProperty("sluice.workers", "on"));
        this.named = Optional.ofNullable(environment.getProperty("sluice.workers.program"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
        this.home = Path.of(environment.getProperty("sluice.home", ".sluice"))
                .toAbsolutePath()
                .normalize()
                .resolve("workers");
        this.listRows = environment.getProperty("sluice.workers.list-rows", Integer.class, LIST_ROWS);
    }

    /**
     * Begins, without waiting for a worker.
     *
     * @param address of this house, without a path
     * @return the line that says how it stands with the workers
     */
    public String open(String address) {
        if (off) {
            return "No privacy workers are started (SLUICE_WORKERS=off); a match test waits for them | 未启动隐私计算节点，匹配测试将等待";
        }
        try {
            createHome();
            var program = WorkerProgram.find(named.orElse(null), home);
            if (program.isEmpty()) {
                return "No privacy workers: their program is not at "
                        + named.map(Path::toString).orElse("hand")
                        + " (sluice.workers.program); a match test waits for them | 未找到隐私计算节点程序，匹配测试将等待";
            }
            var parties = registration.parties();
            startThread(() -> work(program.get(), parties, address + "/engine-rest"));
            return "Workers of %s in %s/<party>; another by hand: java @%s run <folder> | 隐私计算节点及其目录，另可手动启动"
                    .formatted(
                            String.join(" and ", parties),
                            shown(home),
                            shown(program.get().arguments()));
        } catch (IOException | RuntimeException e) {
            return "No privacy workers: %s | 隐私计算节点未能启动".formatted(e.getMessage());
        }
    }

    private synchronized void startThread(Runnable work) {
        if (stopping.getCount() > 0) {
            preparing = new Thread(work, "workers");
            preparing.setDaemon(true);
            preparing.start();
        }
    }

    private void createHome() throws IOException {
        Files.createDirectories(home);
        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** As a person would type it here. */
    private static String shown(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
    }

    private void work(WorkerProgram program, List<String> parties, String engine) {
        try {
            var folders = new ArrayList<WorkerFolder>();
            for (var party : parties) {
                known.add(party);
                folders.add(folder(party));
            }
            begin(program, folders, engine);
            while (!stopping.await(LOOKS_FOR_OTHERS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                welcomeOthers(program, folders.get(0));
            }
        } catch (IOException | NestedRuntimeException e) {
            // an interrupted file or connection says so in many ways
            if (stopping.getCount() == 0) {
                return;
            }
            LOG.warn("The workers' folders in {} cannot be made ready, so none is started: {}", home, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private KeptWorker kept(WorkerProgram program, WorkerFolder folder, String engine) throws IOException {
        if (folder.hasList(LIST)) {
            return new KeptWorker(
                    folder,
                    program.ofLists(),
                    registration,
                    random,
                    engine,
                    Optional.of(
                            (own, register) -> register.registerList(own.party(), LIST, own.place("queries.listen"))));
        }
        if (folder.party().equals(BANK) && (listRows > 0 || folder.hasDoor())) {
            return new KeptWorker(
                    folder,
                    program.ofLists(),
                    registration,
                    random,
                    engine,
                    Optional.of((own, register) -> register.registerDoor(own.party(), own.place("queries.door"))));
        }
        return new KeptWorker(folder, program, registration, random, engine, Optional.empty());
    }

    private WorkerFolder folder(String party) {
        return new WorkerFolder(party, home.resolve(party));
    }

    /** The bank and the first supplier as soon as they can: whoever walks through the demo comes to them first. */
    private void begin(WorkerProgram program, List<WorkerFolder> folders, String engine)
            throws IOException, InterruptedException {
        var bank = folders.get(0);
        bank.create(program, engine);
        bank.fill(
                program,
                new Companies("companies", 0, BANK_ROWS, false),
                new Companies("exposures", 0, EXPOSURE_ROWS, true));
        var suppliers = folders.subList(1, folders.size());
        if (suppliers.isEmpty()) {
            keep(kept(program, bank, engine));
        }
        for (var supplier : suppliers) {
            supplier.create(program, engine);
            supplier.fill(program, new Companies("companies", SUPPLIER_FROM, SUPPLIER_ROWS, false));
            bank.trust(program, supplier);
            supplier.trust(program, bank);
            if (supplier.equals(suppliers.get(0))) {
                keep(kept(program, bank, engine));
            }
            list(program, supplier);
            keep(kept(program, supplier, engine));
        }
        // read by each worker when it gets an order
        for (var folder : folders) {
            folder.trustHouse(program, orderKey.publicFile());
        }
    }

    /** Without it everything else goes on. */
    private void list(WorkerProgram program, WorkerFolder supplier) throws InterruptedException {
        try {
            if (listRows > 0 && registration.isInUse(supplier.party())) {
                supplier.list(program, LIST, listRows);
            }
        } catch (IOException e) {
            LOG.warn("The list of {} cannot be made: {}", supplier.party(), e.getMessage());
        }
    }

    private synchronized void keep(KeptWorker worker) {
        if (stopping.getCount() > 0) {
            kept.add(worker);
            worker.start();
        }
    }

    /** A folder that somebody has made beside ours, for another supplier: it gets a token and the bank's trust. */
    private void welcomeOthers(WorkerProgram program, WorkerFolder bank) throws InterruptedException {
        for (var other : others()) {
            known.add(other.party());
            try {
                if (registration.isSupplier(other.party())) {
                    bank.trust(program, other);
                    other.trust(program, bank);
                    other.trustHouse(program, orderKey.publicFile());
                    registration.register(other.party(), other.address(), other.tokenHash(random));
                    LOG.info("The worker in {} is known as that of {}", other.root(), other.party());
                }
            } catch (IOException | NestedRuntimeException e) {
                if (stopping.getCount() == 0) {
                    return;
                }
                LOG.warn("The worker in {} cannot be made known: {}", other.root(), e.getMessage());
            }
        }
    }

    private List<WorkerFolder> others() {
        try (var folders = Files.list(home)) {
            return folders.map(each -> folder(each.getFileName().toString()))
                    .filter(each -> !known.contains(each.party()) && each.exists())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            return List.of();
        }
    }

    List<KeptWorker> kept() {
        return List.copyOf(kept);
    }

    /** Only {@link #open} starts: the workers need the address of the house. */
    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void start() {}

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /** Before anything else: a worker's open request would hold up the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        endAll();
        kept.forEach(worker -> worker.awaitEnd(ENDS_WITHIN));
        awaitPreparing();
    }

    private synchronized void endAll() {
        stopping.countDown();
        if (preparing != null) {
            preparing.interrupt();
        }
        kept.forEach(KeptWorker::end);
    }

    /** A command that makes a folder ready would outlive the house. */
    private void awaitPreparing() {
        var last = preparingThread();
        if (last == null) {
            return;
        }
        try {
            last.join(ENDS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread preparingThread() {
        return preparing;
    }
}
