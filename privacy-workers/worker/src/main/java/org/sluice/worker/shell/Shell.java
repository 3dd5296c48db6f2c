package org.sluice.worker.shell;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.ClientRequestContext;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.jobs.Job;
import org.sluice.worker.jobs.Lines;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.WorkerFolder;

/**
 * Fetches tasks from the engine and sees each one through to an outcome that the engine has heard.
 *
 * <p>The client fetches on one thread of its own; jobs run on others, as many as there are slots,
 * and nothing is fetched while all slots are taken.
 */
public final class Shell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);

    private final Settings settings;
    private final Clock clock;
    private final Credential credential;
    private final Bulletin bulletin;
    private final ExternalTaskClient client;
    private final Semaphore slots;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(Shell::daemon);
    private final ScheduledExecutorService timer;
    private volatile boolean closing;

    private Shell(Settings settings, Post post, WorkerFolder folder, Clock clock, Lines lines) {
        this.settings = settings;
        this.clock = clock;
        this.credential = new Credential(folder.credential());
        this.bulletin = Bulletin.open(settings.engine(), credential, post, new DataSets(folder), lines, clock);
        this.slots = new Semaphore(settings.slots());
        this.timer = Executors.newScheduledThreadPool(settings.slots(), Shell::daemon);
        this.client = client(post);
    }

    /** Begins to fetch tasks for these jobs. */
    public static Shell open(
            Settings settings, Post post, WorkerFolder folder, Clock clock, Lines lines, Iterable<Job> jobs) {
        Shell shell = new Shell(settings, post, folder, clock, lines);
        for (Job job : jobs) {
            shell.client
                    .subscribe(job.topic())
                    .variables(job.inputs().toArray(String[]::new))
                    .lockDuration(settings.lock().toMillis())
                    .handler((task, engine) -> shell.take(job, task, engine))
                    .open();
        }
        shell.client.start();
        return shell;
    }

    private ExternalTaskClient client(Post post) {
        Timeout answer = Timeout.of(settings.poll().plusSeconds(20));
        return ExternalTaskClient.create()
                .baseUrl(settings.engine().toString())
                .workerId(post.name())
                .maxTasks(1)
                .asyncResponseTimeout(settings.poll().toMillis())
                .lockDuration(settings.lock().toMillis())
                .backoffStrategy(new EngineWatch(settings.engine()))
                .addInterceptor(this::authorize)
                .customizeHttpClient(http -> http.setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(answer).build()))
                .disableAutoFetching()
                .build();
    }

    private void authorize(ClientRequestContext request) {
        credential.header().ifPresent(value -> request.addHeader("Authorization", value));
    }

    /** Runs on the client's only thread: returns once another task could be taken. A task in hand that is fetched again has its lock back. */
    private void take(Job job, ExternalTask task, ExternalTaskService engine) {
        if (closing) {
            engine.unlock(task);
            return;
        }
        if (!inHand.add(task.getId())) {
            LOG.info("task={} is fetched again and goes on", task.getId());
            return;
        }
        slots.acquireUninterruptibly();
        try {
            workers.execute(() -> workInSlot(job, task, engine));
        } catch (RejectedExecutionException closed) {
            leave(task);
        }
        awaitFreeSlot();
    }

    private void workInSlot(Job job, ExternalTask task, ExternalTaskService engine) {
        try {
            work(job, task, engine);
        } catch (InterruptedException stopping) {
            LOG.info("task={} is left to the next start", task.getId());
        } finally {
            leave(task);
        }
    }

    private void leave(ExternalTask task) {
        inHand.remove(task.getId());
        slots.release();
    }

    private void awaitFreeSlot() {
        slots.acquireUninterruptibly();
        slots.release();
    }

    private void work(Job job, ExternalTask task, ExternalTaskService engine) throws InterruptedException {
        LOG.info("task={} topic={} taken", task.getId(), job.topic());
        Interruption cancellation = new Interruption(Thread.currentThread());
        Lease lease = Lease.hold(task, engine, settings.lock(), cancellation::send, timer);
        try {
            Progress progress = new ProgressLog(task.getId(), clock).and(bulletin.of(task.getId()));
            Outcome outcome = run(job, task, progress);
            cancellation.end();
            bulletin.ended(task.getId());
            new Report(engine, settings, job.refused()).send(task, outcome);
        } catch (CancellationException cancelled) {
            LOG.info("task={} stopped: {}", task.getId(), cancelled.getMessage());
        } finally {
            bulletin.ended(task.getId());
            lease.close();
        }
    }

    private static Outcome run(Job job, ExternalTask task, Progress progress) {
        try {
            return job.run(task.getAllVariables(), progress);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (RuntimeException unexpected) {
            LOG.error("A job failed in a way that is not foreseen", unexpected);
            Notice notice =
                    Notice.of(NoticeCode.UNEXPECTED, unexpected.getClass().getSimpleName());
            return new Outcome.Failed(notice, Outcome.Cost.ONE);
        }
    }

    /** Reaches the job and not the report that follows it. */
    private static final class Interruption {

        private final Thread thread;
        private boolean ended;

        Interruption(Thread thread) {
            this.thread = thread;
        }

        synchronized void send() {
            if (!ended) {
                thread.interrupt();
            }
        }

        synchronized void end() throws InterruptedException {
            ended = true;
            if (Thread.interrupted()) {
                throw new InterruptedException("Stopped at the job's end");
            }
        }
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "job");
        thread.setDaemon(true);
        return thread;
    }

    /** Breaks jobs off, so that peers hear of it at once; what was not reported stays kept. */
    @Override
    public void close() {
        closing = true;
        bulletin.close();
        // Stopping the client waits for the end of its present fetch; nobody here needs to.
        daemon(client::stop).start();
        workers.shutdownNow();
        timer.shutdownNow();
        try {
            if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.info("A job does not stop and is cut off");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
