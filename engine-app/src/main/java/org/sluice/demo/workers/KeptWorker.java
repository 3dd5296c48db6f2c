package org.sluice.demo.workers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/** One worker that is started, and started again when it ends, until it is stopped. */
final class KeptWorker {

    private static final Logger LOG = LoggerFactory.getLogger(KeptWorker.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A life shorter than this is no life: after some of them in a row it is not the worker that needs help. */
    private static final Duration SHORT_LIFE = Duration.ofSeconds(30);

    private static final int SHORT_LIVES_BORNE = 4;
    private static final int LONGEST_REASON = 400;

    private final WorkerFolder folder;
    private final WorkerProgram program;
    private final WorkerRegistration registration;
    private final SecureRandom random;
    private final String engine;
    private final Optional<Queries> queries;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Process process;
    private String address = "";

    KeptWorker(
            WorkerFolder folder,
            WorkerProgram program,
            WorkerRegistration registration,
            SecureRandom random,
            String engine,
            Optional<Queries> queries) {
        this.folder = folder;
        this.program = program;
        this.registration = registration;
        this.random = random;
        this.engine = engine;
        this.queries = queries;
    }

    /** What a worker needs beside its jobs: a place where it is asked, known to the house. */
    @FunctionalInterface
    interface Queries {
        void prepare(WorkerFolder folder, WorkerRegistration registration) throws IOException;
    }

    void start() {
        var thread = new Thread(this::keep, "worker-of-" + folder.party());
        thread.setDaemon(true);
        thread.start();
    }

    private void keep() {
        int shortLives = 0;
        try {
            while (stopping.getCount() > 0) {
                long begun = System.nanoTime();
                var reason = live();
                shortLives = System.nanoTime() - begun < SHORT_LIFE.toNanos() ? shortLives + 1 : 0;
                // Said after the pause: what ends the house often ends its workers a moment earlier.
                if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                var more = furtherPause(shortLives);
                LOG.warn(
                        "The worker of {} has ended and is started again{}: {}",
                        folder.party(),
                        more.isZero() ? "" : " in " + more.toSeconds() + " s",
                        reason);
                if (stopping.await(more.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Duration furtherPause(int shortLives) {
        if (shortLives <= SHORT_LIVES_BORNE) {
            return Duration.ZERO;
        }
        var pause = PAUSE.multipliedBy(1L << Math.min(shortLives - SHORT_LIVES_BORNE, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Returns why it ended. */
    private String live() throws InterruptedException {
        try {
            address = WorkerFolder.freeAddress(address, folder.address());
            registration.register(folder.party(), address, folder.tokenHash(random));
            if (queries.isPresent()) {
                queries.get().prepare(folder, registration);
            }
            var living = launch();
            return living == null ? "" : follow(living);
        } catch (IOException | NestedRuntimeException e) {
            return String.valueOf(e.getMessage()).replaceAll("\\R", " ");
        }
    }

    private synchronized @Nullable Process launch() throws IOException {
        if (stopping.getCount() == 0) {
            return null;
        }
        process = program.start(
                List.of("run", folder.root().toString(), "--engine", engine, "--listen", address, "--end-with-stdin"));
        return process;
    }

    /** Its last words are the reason of its end; a worker that is killed has none. */
    private String follow(Process living) throws IOException, InterruptedException {
        var last = "";
        try (var said = living.inputReader(StandardCharsets.UTF_8)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.contains("\"ready\":true")) {
                    LOG.info("The worker of {} is there, at {} for its peers", folder.party(), address);
                } else if (!line.isBlank()) {
                    last = line.strip();
                }
            }
        }
        var status = "status " + living.waitFor();
        return last.isEmpty() ? status : status + ", " + last.substring(0, Math.min(last.length(), LONGEST_REASON));
    }

    /** Asks it to end, and returns at once. */
    synchronized void end() {
        stopping.countDown();
        if (process != null) {
            try {
                process.getOutputStream().close();
            } catch (IOException e) {
                process.destroy();
            }
        }
    }

    /** Returns when it has ended; one that takes its time is killed, which loses nothing that it must keep. */
    void awaitEnd(Duration limit) {
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last == null) {
            return;
        }
        try {
            if (!last.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** For those who look after it from outside, a test for one. */
    synchronized @Nullable Process process() {
        return process;
    }

    String party() {
        return folder.party();
    }
}
