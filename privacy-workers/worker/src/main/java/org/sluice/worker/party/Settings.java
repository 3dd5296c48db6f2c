package org.sluice.worker.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * What an operator may set; every value stands in {@code worker.properties} from the start.
 *
 * @param engine base URL of the engine's REST API
 * @param listen where peers reach this worker
 * @param lock how long the engine waits for a sign of life before another fetch may take the task
 * @param poll how long a fetch waits at the engine for a task
 * @param slots jobs at the same time
 * @param threads for the mathematics
 * @param memory MiB of all jobs together; 0 for three quarters of what the heap leaves beside the worker itself
 * @param bucket identifiers up to which a set is intersected in one piece; larger ones bucket by bucket
 * @param leastSet fewest identifiers this party lets itself be asked about, whatever a job says
 * @param greatestSet most identifiers it computes on
 * @param leastGroup fewest common identifiers of which this party lets a sum be told, whatever a job says
 * @param window how long a job waits for its peer before it goes back to the engine for a while
 * @param pause how long it then stays there; shorter than the window, so that two parties always meet
 * @param retries failures until an incident
 * @param runs runs of one job that may break off
 * @param measure MiB of the largest block by which a line is measured before a run; 0 where none is
 * @param curveProvider {@code auto}, {@code bouncycastle} or the name of a security provider
 */
public record Settings(
        URI engine,
        Address listen,
        Duration lock,
        Duration poll,
        int slots,
        int threads,
        int memory,
        int bucket,
        int leastSet,
        int greatestSet,
        int leastGroup,
        Duration window,
        Duration pause,
        int retries,
        int runs,
        int measure,
        Patience patience,
        String curveProvider,
        Queries queries) {

    /**
     * What concerns hidden queries.
     *
     * @param listen where this worker's lists are asked for by peers; nowhere if empty
     * @param door where the house's own systems ask peers' lists through this worker, on this machine alone; nowhere if empty
     */
    public record Queries(Optional<Address> listen, Optional<Address> door) {}

    /** Memory of a run grows with it, its overhead shrinks. */
    private static final int USUAL_BUCKET = 1 << 20;

    private static final int USUAL_MEASURE = 4;

    private static final int USUAL_GROUP = 20;

    private static final String TEMPLATE = """
            # base URL of the engine's REST API; the Authorization header comes from the file engine-credential, if there is one
            engine.url=%s
            # where peers reach this worker
            listen=%s
            # seconds: a task's lock at the engine, and how long a fetch waits there
            engine.lock=25
            engine.poll=5
            # jobs at the same time, threads for their mathematics (0: all cores)
            jobs.slots=2
            jobs.threads=0
            # MiB of all jobs together; a job waits in line until there is room (0: three quarters of the free heap)
            jobs.memory=0
            # identifiers up to which a privacy job's sets are intersected in one piece; larger ones go bucket by bucket, each of
            # which is on the disk before the next begins (the smaller figure of both parties counts)
            jobs.bucket=1048576
            # own limits, whatever a job says
            set.least=100
            set.greatest=2000000
            # fewest common identifiers of which a sum is told
            group.least=20
            # seconds: a job waits for its peer so long, then rests at the engine; the rest must be the shorter one
            peer.window=60
            peer.pause=15
            # failures until an incident; runs of one job that may break off
            job.retries=3
            job.runs=8
            # seconds: to connect, between signs of life, of silence until a line counts as dead, of waiting for a peer's next step
            line.connect=5
            line.sign=3
            line.silence=15
            line.step=900
            # MiB of the largest block by which a line is measured before a run (0: never; the smaller figure of both parties counts)
            line.measure=4
            # auto, bouncycastle, or the name of a security provider with X25519, which computes P-256 too if it can
            curve.provider=auto
            # hidden queries: where peers ask the lists in lists/ (host:port; empty: this worker serves none)
            queries.listen=
            # where the house's own systems ask peers' lists through this worker, by the token in query-credential
            # (an address of this machine alone, as 127.0.0.1:9544; empty: nowhere)
            queries.door=
            """;

    public static void writeTemplate(WorkerFolder folder, String engine, String listen) {
        WorkerFolder.write(folder.settings(), TEMPLATE.formatted(engine, listen).getBytes(StandardCharsets.UTF_8));
    }

    public static Settings read(WorkerFolder folder) {
        Reader file = new Reader(folder.settings());
        Duration window = file.seconds("peer.window");
        int threads = file.number("jobs.threads", 0, 1024);
        return new Settings(
                file.value("engine.url", Settings::url),
                file.value("listen", Address::parse),
                file.seconds("engine.lock"),
                file.seconds("engine.poll"),
                file.number("jobs.slots", 1, 64),
                threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
                file.has("jobs.memory") ? file.number("jobs.memory", 0, 1 << 20) : 0,
                file.has("jobs.bucket") ? file.number("jobs.bucket", 256, 1 << 24) : USUAL_BUCKET,
                file.number("set.least", 0, 1 << 24),
                file.number("set.greatest", 1, 1 << 24),
                file.has("group.least") ? file.number("group.least", 0, 1 << 24) : USUAL_GROUP,
                window,
                file.value("peer.pause", text -> shorter(duration(text), window)),
                file.number("job.retries", 0, 100),
                file.number("job.runs", 1, 100),
                file.has("line.measure") ? file.number("line.measure", 0, 64) : USUAL_MEASURE,
                new Patience(
                        file.seconds("line.connect"),
                        file.seconds("line.sign"),
                        file.seconds("line.silence"),
                        file.seconds("line.step")),
                file.value("curve.provider", Function.identity()),
                new Queries(
                        file.value("queries.listen", Settings::optional),
                        file.value("queries.door", text -> optional(text).map(Settings::local))));
    }

    /** These settings with another engine and another place to listen at. */
    public Settings at(URI otherEngine, Address otherListen) {
        return new Settings(
                otherEngine,
                otherListen,
                lock,
                poll,
                slots,
                threads,
                memory,
                bucket,
                leastSet,
                greatestSet,
                leastGroup,
                window,
                pause,
                retries,
                runs,
                measure,
                patience,
                curveProvider,
                queries);
    }

    private static Optional<Address> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Address.parse(text));
    }

    /** Looked up here and not when it is opened: nothing of a question may ever be heard on another machine. */
    private static Address local(Address door) {
        try {
            if (door.port() == 0 || !InetAddress.getByName(door.host()).isLoopbackAddress()) {
                throw new IllegalArgumentException("it must be a port of this machine alone, as 127.0.0.1:9544");
            }
            return door;
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("its host is not known", unknown);
        }
    }

    /** @throws IllegalArgumentException if it is none */
    public static URI url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null) {
            throw new IllegalArgumentException("it must look like http://host:port/engine-rest");
        }
        return url;
    }

    private static Duration shorter(Duration pause, Duration window) {
        if (pause.compareTo(window) >= 0) {
            throw new IllegalArgumentException("it must be shorter than peer.window, else two parties may never meet");
        }
        return pause;
    }

    private static Duration duration(String text) {
        return Duration.ofSeconds(whole(text, 1, 86_400));
    }

    private static int whole(String text, int least, int greatest) {
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > greatest) {
            throw new IllegalArgumentException("it must be a number from " + least + " to " + greatest);
        }
        return number;
    }

    private static final class Reader {

        private final Path file;
        private final Properties properties = new Properties();

        Reader(Path file) {
            this.file = file;
            try (var content = Files.newBufferedReader(file)) {
                properties.load(content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        <T> T value(String key, Function<String, T> read) {
            String text = properties.getProperty(key, "").strip();
            try {
                return read.apply(text);
            } catch (IllegalArgumentException wrong) {
                throw new Problem(NoticeCode.SETTING_WRONG, key, file, text, String.valueOf(wrong.getMessage()));
            }
        }

        /** Folders of older releases lack what was added later. */
        boolean has(String key) {
            return properties.containsKey(key);
        }

        Duration seconds(String key) {
            return value(key, Settings::duration);
        }

        int number(String key, int least, int greatest) {
            return value(key, text -> whole(text, least, greatest));
        }
    }
}
