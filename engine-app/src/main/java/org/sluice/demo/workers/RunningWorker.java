package org.sluice.demo.workers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one worker running: one that ends is started again after two seconds, and after longer where it ends at once. */
final class RunningWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningWorker.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** Who lives that long has not died of how it was started. */
    private static final Duration ALIVE = Duration.ofSeconds(20);

    private static final long ENDS_WITHIN_SECONDS = 2;

    private final WorkerProgram program;
    private final WorkerHome home;
    private final Thread keeper;
    private boolean closed;
    private @Nullable Process process;

    RunningWorker(WorkerProgram program, WorkerHome home) {
        this.program = program;
        this.home = home;
        keeper = new Thread(this::keep, "worker-" + home.party());
        keeper.setDaemon(true);
        keeper.start();
    }

    private void keep() {
        var pause = PAUSE;
        try {
            while (true) {
                long began = System.nanoTime();
                var running = begin();
                if (running == null) {
                    return;
                }
                int code = running.waitFor();
                var lived = Duration.ofNanos(System.nanoTime() - began);
                pause = lived.compareTo(ALIVE) >= 0 ? PAUSE : pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                var wait = lived.compareTo(ALIVE) >= 0 || code > 128 ? PAUSE : pause;
                if (isClosed()) {
                    return;
                }
                LOG.warn(
                        "The worker of {} has ended with code {}; it starts again in {} s",
                        home.party(),
                        code,
                        wait.toSeconds());
                Thread.sleep(wait.toMillis());
            }
        } catch (IOException e) {
            LOG.error("The worker of {} cannot be started: {}", home.party(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null once it is closed: nothing is started then that nobody would end. */
    private synchronized @Nullable Process begin() throws IOException {
        if (closed) {
            return null;
        }
        var begun = program.run(home.folder());
        process = begun;
        return begun;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Its process, for as long as it is the present one. */
    synchronized @Nullable ProcessHandle present() {
        return process == null ? null : process.toHandle();
    }

    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        keeper.interrupt();
        if (last == null) {
            return;
        }
        try {
            closeInput(last);
            // one that is still starting does not listen yet
            if (!last.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                last.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void closeInput(Process last) {
        try {
            last.getOutputStream().close();
        } catch (IOException e) {
            // it is closed already: the process has ended
        }
    }
}
