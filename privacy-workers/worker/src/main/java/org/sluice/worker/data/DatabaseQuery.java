package org.sluice.worker.data;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * A query of a PostgreSQL database, as {@link QueryTerms} says it. Only the columns of the identifiers and of their
 * values come over, in portions of a cursor, within one read-only transaction of one snapshot.
 *
 * <p>What the driver says of an error may hold rows; only the five characters of the SQL state go on.
 */
record DatabaseQuery(String name, Path file, Path root) implements Source {

    static final String SUFFIX = ".query.properties";

    private static final int PORTION = 10_000;
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);

    /** Longer ones are no identifiers, and no values, whatever stands in them, and need not come over whole. */
    private static final int CHARACTERS = 200;

    @Override
    public String fingerprint(Instant now) {
        String mark = FileMark.of(name, file);
        try {
            long refresh = QueryTerms.read(name, file, root).refresh().toSeconds();
            return mark + " " + now.getEpochSecond() / refresh;
        } catch (Problem unreadable) {
            return mark + " " + unreadable.getMessage();
        }
    }

    @Override
    public Intake.Taken read() {
        QueryTerms terms = QueryTerms.read(name, file, root);
        try (Connection connection = connect(terms)) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return read(connection, terms);
        } catch (SQLException trouble) {
            throw problem(terms, trouble);
        }
    }

    private Connection connect(QueryTerms terms) throws SQLException {
        long seconds = terms.timeout().toSeconds();
        Properties settings = new Properties();
        settings.setProperty("user", terms.user());
        terms.password(name).ifPresent(password -> settings.setProperty("password", password));
        settings.setProperty("ApplicationName", "sluice-worker");
        settings.setProperty("connectTimeout", String.valueOf(Math.min(CONNECTS_WITHIN.toSeconds(), seconds)));
        // the database itself gives up first; this is for one that is gone without a word
        settings.setProperty("socketTimeout", String.valueOf(seconds + CONNECTS_WITHIN.toSeconds()));
        settings.setProperty("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(terms.url(), settings);
        if (connection == null) {
            throw new Problem(NoticeCode.DATA_QUERY_SETTING, name, "url", "it is no address of a PostgreSQL database");
        }
        return connection;
    }

    private Intake.Taken read(Connection connection, QueryTerms terms) throws SQLException {
        boolean valued = terms.value().isPresent();
        Intake intake = new Intake(name, terms.schema(), "row", valued);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set local statement_timeout = " + terms.timeout().toMillis());
            statement.setFetchSize(PORTION);
            long number = 0;
            try (ResultSet rows = statement.executeQuery(statement(terms))) {
                while (rows.next()) {
                    long value = valued ? Values.read(text(rows, 2)) : Values.NONE;
                    intake.take(text(rows, 1), value, ++number);
                }
            }
        }
        connection.rollback();
        return intake.end();
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /** The query stands on lines of its own, so that it may end in a comment. */
    private static String statement(QueryTerms terms) {
        String columns = Stream.concat(Stream.of(terms.column()), terms.value().stream())
                .map(DatabaseQuery::selected)
                .collect(Collectors.joining(", "));
        return "select " + columns + " from (\n" + terms.query() + "\n) as q";
    }

    private static String selected(String column) {
        return "left(q.\"" + column.replace("\"", "\"\"") + "\"::text, " + CHARACTERS + ")";
    }

    private Problem problem(QueryTerms terms, SQLException trouble) {
        String state = trouble.getSQLState() == null ? "08000" : trouble.getSQLState();
        if (state.equals("57014")) {
            return new Problem(
                    NoticeCode.DATA_SOURCE_SLOW, name, terms.timeout().toSeconds());
        }
        if (state.startsWith("28") || state.equals("42501") || state.equals("3D000")) {
            return new Problem(NoticeCode.DATA_SOURCE_CLOSED, name, state);
        }
        // not there, going down, full, or in conflict with others: a later try may work
        if (state.matches("(08|40|53|57|58|XX).*")) {
            return new Problem(NoticeCode.DATA_SOURCE_AWAY, name, state);
        }
        return new Problem(NoticeCode.DATA_QUERY_WRONG, name, state);
    }
}
