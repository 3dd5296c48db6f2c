package org.sluice.worker.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param leastSet fewest identifiers this party lets itself be asked about, whatever a job says
 * @param greatestSet most identifiers it computes on
 * @param window how long a job waits for its peer before it goes back to the engine for a while
 * @param pause how long it then stays there; shorter than the window, so that two parties always meet
 * @param retries failures until an incident
 * @param runs runs of one job that may break off
 * @param ladder {@code auto}, {@code bouncycastle} or the name of a security provider
 */
public record Settings(
        URI engine,
        Address listen,
        Duration lock,
        Duration poll,
        int slots,
        int threads,
        int leastSet,
        int greatestSet,
        Duration window,
        Duration pause,
        int retries,
        int runs,
        Patience patience,
        String ladder) {

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
            # own limits, whatever a job says
            set.least=100
            set.greatest=2000000
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
            # auto, bouncycastle, or the name of a security provider with X25519
            curve.provider=auto
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
                file.number("set.least", 0, 1 << 24),
                file.number("set.greatest", 1, 1 << 24),
                window,
                file.value("peer.pause", text -> shorter(duration(text), window)),
                file.number("job.retries", 0, 100),
                file.number("job.runs", 1, 100),
                new Patience(
                        file.seconds("line.connect"),
                        file.seconds("line.sign"),
                        file.seconds("line.silence"),
                        file.seconds("line.step")),
                file.value("curve.provider", Function.identity()));
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
                leastSet,
                greatestSet,
                window,
                pause,
                retries,
                runs,
                patience,
                ladder);
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

        Duration seconds(String key) {
            return value(key, Settings::duration);
        }

        int number(String key, int least, int greatest) {
            return value(key, text -> whole(text, least, greatest));
        }
    }
}
