package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows of parties have in common, whatever their workers do: the engine's ids, where each stands, how far it is. */
final class PartRows {

    /** How far a party's worker is. */
    record Progress(MatchTestStep step, long done, long total, long bytes, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String key;

    /** @param key the column that names, with {@code party}, a row */
    PartRows(JdbcClient jdbc, Clock clock, String table, String key) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.key = key;
    }

    void processInstance(UUID of, String party, String instance) {
        jdbc.sql("update %s set process_instance = ? where %s = ? and party = ?".formatted(table, key))
                .params(instance, of, party)
                .update();
    }

    void externalTask(String instance, String task) {
        jdbc.sql("update %s set external_task = ? where process_instance = ?".formatted(table))
                .params(task, instance)
                .update();
    }

    /** Also takes back what the worker said last, if it says nothing now. */
    void state(UUID of, String party, PartyState state, @Nullable LocalText says, @Nullable String refusal) {
        jdbc.sql("""
                        update %s set state = ?, says_zh = ?, says_en = ?, refusal = ?, ended_at = ?
                        where %s = ? and party = ?
                        """.formatted(table, key))
                .params(
                        state.name(),
                        says == null ? null : says.zh(),
                        says == null ? null : says.en(),
                        refusal,
                        state.isEnd() ? now() : null,
                        of,
                        party)
                .update();
    }

    /** Nothing of what has ended meanwhile. */
    void progress(UUID of, String party, PartyWork.Report report) {
        var waits = report.step() == MatchTestStep.WAITING;
        jdbc.sql("""
                        update %s set state = ?, says_zh = ?, says_en = ?,
                            step = ?, step_done = ?, step_total = ?, step_bytes = ?, step_at = ?
                        where %s = ? and party = ? and state in ('WAITING', 'RUNNING')
                        """.formatted(table, key))
                .params(
                        waits ? PartyState.WAITING.name() : PartyState.RUNNING.name(),
                        report.waits() == null ? null : report.waits().zh(),
                        report.waits() == null ? null : report.waits().en(),
                        report.step().name(),
                        report.done(),
                        report.total(),
                        report.bytes(),
                        now(),
                        of,
                        party)
                .update();
    }

    static @Nullable LocalText says(ResultSet row) throws SQLException {
        var says = row.getString("says_zh");
        return says == null ? null : new LocalText(says, row.getString("says_en"));
    }

    static @Nullable Progress progress(ResultSet row) throws SQLException {
        var at = row.getObject("step_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Progress(
                        MatchTestStep.valueOf(row.getString("step")),
                        row.getLong("step_done"),
                        row.getLong("step_total"),
                        row.getLong("step_bytes"),
                        at.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
