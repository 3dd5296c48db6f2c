package org.sluice.worker.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.jobs.Lines;
import org.sluice.worker.jobs.Progress;

/**
 * What the engine is told beside the outcomes: which data sets there are, how far each task is, how fast the
 * lines to peers are, and, by a further worker, where peers reach it.
 *
 * <p>Nothing of a job waits for it and nothing here can fail one: threads of its own tell the newest state, at once where
 * a step begins and else once a second, and what was overtaken meanwhile is never told. Where the engine does not
 * answer, the newest state is tried again after a pause that grows.
 */
final class Bulletin implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LOOKS_AT_DATA_EVERY = Duration.ofSeconds(2);
    private static final Duration TELLS_ADDRESS_EVERY = Duration.ofSeconds(20);
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private final URI origin;
    private final Credential credential;
    private final Clock clock;
    private final HttpClient http;
    private final Map<String, TaskBoard> boards = new ConcurrentHashMap<>();
    private final DataSetList dataSets;
    private final Lines lines;
    private final Restraint withProgress = new Restraint();
    private final Restraint withDataSets = new Restraint();
    private final Restraint withAddress = new Restraint();
    private final Restraint withLines = new Restraint();
    private final ScheduledExecutorService threads;

    private Bulletin(URI engine, Credential credential, DataSets sets, Lines lines, Clock clock) {
        this.origin = engine.resolve("/");
        this.credential = credential;
        this.dataSets = new DataSetList(sets, clock);
        this.lines = lines;
        this.clock = clock;
        this.threads = Executors.newScheduledThreadPool(2, Bulletin::daemon);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTS_WITHIN)
                .build();
    }

    /** Begins to tell; the data sets first, which a further worker leaves to the other. */
    static Bulletin open(URI engine, Credential credential, Post post, DataSets sets, Lines lines, Clock clock) {
        Bulletin bulletin = new Bulletin(engine, credential, sets, lines, clock);
        // neither ever ends by itself, and neither throws
        Future<?> unusedProgress = bulletin.threads.scheduleWithFixedDelay(
                bulletin::tellProgressAndLines, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        Future<?> unusedOther = post.isFurther()
                ? bulletin.threads.scheduleWithFixedDelay(
                        () -> bulletin.tellAddress(post), 0, TELLS_ADDRESS_EVERY.toMillis(), TimeUnit.MILLISECONDS)
                : bulletin.threads.scheduleWithFixedDelay(
                        bulletin::tellDataSets, 0, LOOKS_AT_DATA_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return bulletin;
    }

    /** Where a job says how far this task is, until {@link #ended}. */
    Progress of(String task) {
        TaskBoard board = new TaskBoard(this::tellSoon);
        boards.put(task, board);
        return board;
    }

    /** Nothing more is told about the task, not even what it has said last: its outcome says more. */
    void ended(String task) {
        boards.remove(task);
    }

    private void tellSoon() {
        try {
            threads.execute(this::tellProgress);
        } catch (RejectedExecutionException closed) {
            // nobody needs to know any more
        }
    }

    private void tellProgressAndLines() {
        tellProgress();
        lines.tell((peer, megabits) -> {
            Map<String, @Nullable Object> body = Map.of("peer", peer.name(), "megabits", megabits);
            return withLines.isOver(clock.instant()) && told("worker/v1/line", body, withLines);
        });
    }

    private synchronized void tellProgress() {
        boards.forEach((task, board) -> board.news().ifPresent(state -> {
            if (!withProgress.isOver(clock.instant())) {
                return;
            }
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put("step", state.step());
            body.put("done", state.done());
            body.put("total", state.total());
            body.put("bytes", state.bytes());
            if (state.zh() != null) {
                body.put("zh", state.zh());
                body.put("en", state.en());
            }
            if (told("worker/v1/progress/" + task, body, withProgress)) {
                board.told(state);
            }
        }));
    }

    private void tellDataSets() {
        try {
            if (withDataSets.isOver(clock.instant())) {
                dataSets.news().ifPresent(list -> {
                    if (told("worker/v1/data-sets", list, withDataSets)) {
                        dataSets.told(list);
                        LOG.debug("The engine knows of {} data sets", list.size());
                    }
                });
            }
        } catch (RuntimeException | LinkageError | OutOfMemoryError unreadable) {
            // A scheduled task that throws is never run again.
            withDataSets.failed(clock.instant());
            withDataSets.say("The data folder cannot be read: " + unreadable.getMessage());
        }
    }

    /** Again and again: an engine forgets a worker that it has not heard of for long. */
    private void tellAddress(Post post) {
        if (withAddress.isOver(clock.instant())) {
            Map<String, @Nullable Object> body =
                    Map.of("address", post.address().toString());
            told("worker/v1/address", body, withAddress);
        }
    }

    /** Whether the engine has it. An engine that does not answer is no news: whoever fetches says so. */
    private boolean told(String path, Object body, Restraint restraint) {
        try {
            var request = HttpRequest.newBuilder(origin.resolve(path))
                    .timeout(ANSWERS_WITHIN)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            credential.header().ifPresent(value -> request.header("Authorization", value));
            int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status / 100 == 2) {
                restraint.succeeded();
                return true;
            }
            restraint.say("The engine does not take what it is told at /" + path.replaceFirst("progress/.*", "progress")
                    + ": status " + status);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException | IllegalArgumentException unheard) {
            LOG.debug("Not told at {}: {}", path, unheard.toString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        restraint.failed(clock.instant());
        return false;
    }

    /** How long to leave an engine alone that does not take something, and what was said about it already. */
    private static final class Restraint {

        private static final Duration LONGEST = Duration.ofSeconds(10);

        private Duration pause = Duration.ZERO;
        private Instant until = Instant.EPOCH;
        private String said = "";

        boolean isOver(Instant now) {
            return !now.isBefore(until);
        }

        void succeeded() {
            pause = Duration.ZERO;
            said = "";
        }

        void failed(Instant now) {
            pause = pause.isZero() ? EVERY : pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
            until = now.plus(pause);
        }

        void say(String text) {
            if (!text.equals(said)) {
                said = text;
                LOG.warn("{}", text);
            }
        }
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "bulletin");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
