package org.sluice.worker.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * What {@code data/<name>.query.properties} says. Its problems name the setting and never its value: an address may
 * carry more than it should.
 *
 * @param url {@code jdbc:postgresql://…}, without a password in it
 * @param passwordFile a file of one line that only its owner may read, relative to the worker's folder; none where the
 *     database asks for no password
 * @param query one SELECT
 * @param schema of which kind the identifiers are
 * @param column of the query's result that holds them; what the schema is called unless said otherwise
 * @param value of the query's result that holds the identifiers' values; none where they have none
 * @param timeout for connecting and for each answer of the database
 * @param refresh how often the query is asked anew for whether it gives something else
 */
record QueryTerms(
        String url,
        String user,
        Optional<Path> passwordFile,
        String query,
        Schema schema,
        String column,
        Optional<String> value,
        Duration timeout,
        Duration refresh) {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final String TIMEOUT = "300";
    private static final String REFRESH = "300";
    private static final int LONGEST_SECONDS = 86_400;

    static QueryTerms read(String name, Path file, Path root) {
        Reader terms = new Reader(name, file);
        Schema schema =
                terms.value("schema", text -> Schema.of(text).orElseThrow(() -> wrong("it must be uscc or id-number")));
        return new QueryTerms(
                terms.value("url", QueryTerms::address),
                terms.value("user", QueryTerms::present),
                terms.value("password.file", text -> passwordFile(text, root)),
                terms.value("query", QueryTerms::statement),
                schema,
                terms.orElse("column", schema.column(), QueryTerms::present),
                terms.has("value") ? Optional.of(terms.value("value", QueryTerms::present)) : Optional.empty(),
                terms.orElse("timeout.seconds", TIMEOUT, QueryTerms::seconds),
                terms.orElse("refresh.seconds", REFRESH, QueryTerms::seconds));
    }

    /** Read when it is needed, so that a changed one counts at once; none where the database asks for none. */
    Optional<String> password(String name) {
        return passwordFile.map(file -> {
            try {
                return Files.readString(file).lines().findFirst().orElse("").strip();
            } catch (IOException unreadable) {
                throw new Problem(NoticeCode.DATA_QUERY_SETTING, name, "password.file", "the file cannot be read");
            }
        });
    }

    private static String address(String text) {
        if (!text.startsWith(PREFIX)) {
            throw wrong("it must begin with " + PREFIX);
        }
        if (text.toLowerCase(Locale.ROOT).contains("password=")) {
            throw wrong("it must not carry a password; put that into a file and name it as password.file");
        }
        return text;
    }

    private static Optional<Path> passwordFile(String text, Path root) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Path file = root.resolve(text);
        if (!Files.isReadable(file)) {
            throw wrong("there is no such file that this worker may read");
        }
        if (isOpenToOthers(file)) {
            throw wrong("the file must be its owner's alone (chmod 600)");
        }
        return Optional.of(file);
    }

    private static boolean isOpenToOthers(Path file) {
        try {
            if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
                return false;
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String statement(String text) {
        return present(text.replaceAll(";\\s*$", ""));
    }

    private static String present(String text) {
        if (text.isBlank()) {
            throw wrong("it is missing");
        }
        return text;
    }

    private static Duration seconds(String text) {
        int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > LONGEST_SECONDS) {
            throw wrong("it must be a number from 1 to " + LONGEST_SECONDS);
        }
        return Duration.ofSeconds(number);
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(why);
    }

    @Override
    public String toString() {
        return schema + " by a query";
    }

    private static final class Reader {

        private final String name;
        private final Properties properties = new Properties();

        Reader(String name, Path file) {
            this.name = name;
            try (var content = Files.newBufferedReader(file)) {
                properties.load(content);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new Problem(NoticeCode.DATA_QUERY_SETTING, name, "*", "the file cannot be read as properties");
            }
        }

        boolean has(String key) {
            return properties.containsKey(key);
        }

        <T> T value(String key, Function<String, T> read) {
            return orElse(key, "", read);
        }

        <T> T orElse(String key, String otherwise, Function<String, T> read) {
            try {
                return read.apply(properties.getProperty(key, otherwise).strip());
            } catch (IllegalArgumentException wrong) {
                throw new Problem(NoticeCode.DATA_QUERY_SETTING, name, key, String.valueOf(wrong.getMessage()));
            }
        }
    }
}
