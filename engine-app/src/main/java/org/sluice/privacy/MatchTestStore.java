package org.sluice.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of match tests and of the parties' parts in them. */
@Component
class MatchTestStore {

    static final String DATA_ADMISSION = "DATA_ADMISSION";

    /** What the two parties agree on before they begin. */
    record Terms(String curve, long leastSet, long greatestSet, Instant deadline) {}

    record Test(
            UUID job,
            CaseId caseId,
            MatchTestState state,
            Terms terms,
            @Nullable Disagreement disagreement,
            Instant orderedAt,
            @Nullable Instant endedAt) {}

    record Part(
            UUID job,
            String party,
            LocalText partyName,
            String role,
            String dataSet,
            PartyState state,
            @Nullable String processInstance,
            @Nullable String externalTask,
            @Nullable LocalText says,
            @Nullable String refusal,
            PartRows.@Nullable Progress progress,
            @Nullable Figures figures,
            @Nullable String receipt) {}

    private static final String PARTS = """
            select m.*, p.name_zh, p.name_en
            from sluice.match_test_party m join sluice.party p on p.code = m.party
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PartRows parts;

    MatchTestStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.parts = new PartRows(jdbc, clock, "sluice.match_test_party", "job");
    }

    /** False when the case has this attempt already. */
    boolean insert(UUID job, CaseId caseId, String attempt, Terms terms) {
        return jdbc.sql("""
                        insert into sluice.match_test (job, case_id, attempt, purpose, curve, least_set, greatest_set,
                            deadline, state, ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'ORDERED', ?)
                        on conflict (case_id, attempt) do nothing
                        """)
                        .params(
                                job,
                                caseId.value(),
                                attempt,
                                DATA_ADMISSION,
                                terms.curve(),
                                terms.leastSet(),
                                terms.greatestSet(),
                                at(terms.deadline()),
                                now())
                        .update()
                == 1;
    }

    void insertPart(UUID job, String party, String role, String dataSet) {
        jdbc.sql("""
                        insert into sluice.match_test_party (job, party, role, data_set, state)
                        values (?, ?, ?, ?, 'WAITING')
                        """).params(job, party, role, dataSet).update();
    }

    Optional<UUID> job(CaseId caseId, String attempt) {
        return jdbc.sql("select job from sluice.match_test where case_id = ? and attempt = ?")
                .params(caseId.value(), attempt)
                .query(UUID.class)
                .optional();
    }

    List<Test> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.match_test where case_id = ? order by ordered_at, job")
                .param(caseId.value())
                .query(MatchTestStore::test)
                .list();
    }

    Test get(UUID job) {
        return find(job, "").orElseThrow(() -> new NotFound("matchTest", job.toString()));
    }

    /** Until this transaction ends nobody else settles the test: two parties may end at once. */
    Test locked(UUID job) {
        return find(job, " for update").orElseThrow(() -> new NotFound("matchTest", job.toString()));
    }

    private Optional<Test> find(UUID job, String how) {
        return jdbc.sql("select * from sluice.match_test where job = ?" + how)
                .param(job)
                .query(MatchTestStore::test)
                .optional();
    }

    /** The learner first. */
    List<Part> parts(UUID job) {
        return jdbc.sql(PARTS + " where m.job = ? order by m.role")
                .param(job)
                .query(MatchTestStore::part)
                .list();
    }

    Part part(UUID job, String party) {
        return jdbc.sql(PARTS + " where m.job = ? and m.party = ?")
                .params(job, party)
                .query(MatchTestStore::part)
                .optional()
                .orElseThrow(() -> new NotFound("matchTest", job.toString()));
    }

    Optional<Part> ofExternalTask(String task) {
        return jdbc.sql(PARTS + " where m.external_task = ?")
                .param(task)
                .query(MatchTestStore::part)
                .optional();
    }

    void state(UUID job, MatchTestState state, @Nullable Disagreement why) {
        jdbc.sql("update sluice.match_test set state = ?, disagreement = ?, ended_at = ? where job = ?")
                .params(state.name(), why == null ? null : why.name(), state.isEnd() ? now() : null, job)
                .update();
    }

    void deadline(UUID job, Instant deadline) {
        jdbc.sql("update sluice.match_test set deadline = ? where job = ?")
                .params(at(deadline), job)
                .update();
    }

    void processInstance(UUID job, String party, String instance) {
        parts.processInstance(job, party, instance);
    }

    void externalTask(String instance, String task) {
        parts.externalTask(instance, task);
    }

    /** Also takes back what the worker said last, if it says nothing now. */
    void partState(UUID job, String party, PartyState state, @Nullable LocalText says, @Nullable String refusal) {
        parts.state(job, party, state, says, refusal);
    }

    /** Nothing of what has ended meanwhile; the first step of a worker begins the test. */
    void progress(UUID job, String party, PartyWork.Report report) {
        parts.progress(job, party, report);
        if (report.step() != MatchTestStep.WAITING) {
            jdbc.sql("update sluice.match_test set state = 'RUNNING' where job = ? and state = 'ORDERED'")
                    .param(job)
                    .update();
        }
    }

    void figures(UUID job, String party, Figures figures) {
        jdbc.sql("""
                        update sluice.match_test_party set own_size = ?, peer_size = ?, matched = ?, match_rate = ?,
                            bytes = ?, seconds = ?, runs = ?, transcript_hash = ?
                        where job = ? and party = ?
                        """)
                .params(
                        figures.ownSize(),
                        figures.peerSize(),
                        figures.matched(),
                        figures.matchRate(),
                        figures.bytes(),
                        figures.seconds(),
                        figures.runs(),
                        figures.transcriptHash(),
                        job,
                        party)
                .update();
    }

    /** The first one stays. */
    void receipt(UUID job, String party, String receipt) {
        jdbc.sql("update sluice.match_test_party set receipt = ? where job = ? and party = ? and receipt is null")
                .params(receipt, job, party)
                .update();
    }

    private static Test test(ResultSet row, int n) throws SQLException {
        var why = row.getString("disagreement");
        return new Test(
                row.getObject("job", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                MatchTestState.valueOf(row.getString("state")),
                new Terms(
                        row.getString("curve"),
                        row.getLong("least_set"),
                        row.getLong("greatest_set"),
                        row.getObject("deadline", OffsetDateTime.class).toInstant()),
                why == null ? null : Disagreement.valueOf(why),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                instantOrNull(row, "ended_at"));
    }

    private static Part part(ResultSet row, int n) throws SQLException {
        return new Part(
                row.getObject("job", UUID.class),
                row.getString("party"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                row.getString("role"),
                row.getString("data_set"),
                PartyState.valueOf(row.getString("state")),
                row.getString("process_instance"),
                row.getString("external_task"),
                PartRows.says(row),
                row.getString("refusal"),
                PartRows.progress(row),
                figuresOrNull(row),
                row.getString("receipt"));
    }

    private static @Nullable Figures figuresOrNull(ResultSet row) throws SQLException {
        var hash = row.getString("transcript_hash");
        return hash == null
                ? null
                : new Figures(
                        row.getLong("own_size"),
                        row.getLong("peer_size"),
                        row.getLong("matched"),
                        row.getDouble("match_rate"),
                        row.getLong("bytes"),
                        row.getDouble("seconds"),
                        row.getLong("runs"),
                        hash);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
