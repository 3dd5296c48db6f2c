package org.sluice.admission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.admission.FileTestPapers;
import org.sluice.process.admission.ReportSampleTest;
import org.sluice.rules.facts.TestBand;
import org.sluice.rules.facts.TestState;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of a product's test, and its attempts: sizes, rates and figures, and nothing of anybody in them. */
@Component
class ProductTests {

    /**
     * One attempt.
     *
     * @param job of the workers' match test; null when the tester reported
     * @param figures what the tester measured besides; null of a match test
     * @param points what these have earned; none of a match test
     * @param score null while it computes, and when it gave no result; of a match test the rate in percent
     * @param problem why it gave none
     * @param superseded a reviewer wants it made anew
     */
    record Attempt(
            int number,
            @Nullable UUID job,
            @Nullable String reportNo,
            @Nullable LocalDate conductedOn,
            @Nullable Long sampleSize,
            @Nullable Long matched,
            @Nullable BigDecimal percent,
            @Nullable Map<String, Object> figures,
            List<TestScore.Points> points,
            @Nullable BigDecimal score,
            @Nullable TestBand band,
            @Nullable LocalText problem,
            boolean assessed,
            boolean superseded) {

        boolean counts() {
            return band != null && !superseded;
        }

        /** What it tells the rules. */
        Map<String, Object> facts() {
            return facts(
                    Objects.requireNonNull(figures),
                    Objects.requireNonNull(sampleSize),
                    Objects.requireNonNull(percent));
        }

        static Map<String, Object> facts(Map<String, Object> figures, long sampleSize, BigDecimal percent) {
            var told = new LinkedHashMap<>(figures);
            told.put("testState", TestState.DONE);
            // the rules ask for the least that will do, and count in smaller numbers
            told.put("sampleSize", (int) Math.min(sampleSize, Integer.MAX_VALUE));
            told.put("coverageRate", percent.movePointLeft(2));
            return told;
        }
    }

    record Papers(String agreementNo, LocalDate agreementOn, String assessmentNo, LocalDate assessmentOn) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    ProductTests(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Papers> papers(UUID admission) {
        return jdbc.sql("select * from sluice.test_papers where admission = ?")
                .param(admission)
                .query((row, n) -> new Papers(
                        row.getString("agreement_no"),
                        row.getObject("agreement_on", LocalDate.class),
                        row.getString("assessment_no"),
                        row.getObject("assessment_on", LocalDate.class)))
                .optional();
    }

    /** Filed again they take the place of those on file. */
    void file(UUID admission, FileTestPapers papers, PersonId by) {
        jdbc.sql("""
                        insert into sluice.test_papers (admission, agreement_no, agreement_on, assessment_no, assessment_on,
                            filed_by, filed_at)
                        values (:admission, :agreementNo, :agreementOn, :assessmentNo, :assessmentOn, :by, :at)
                        on conflict (admission) do update set agreement_no = :agreementNo, agreement_on = :agreementOn,
                            assessment_no = :assessmentNo, assessment_on = :assessmentOn, filed_by = :by, filed_at = :at
                        """)
                .param("admission", admission)
                .param("agreementNo", papers.agreementNo())
                .param("agreementOn", papers.agreementOn())
                .param("assessmentNo", papers.assessmentNo())
                .param("assessmentOn", papers.assessmentOn())
                .param("by", by.value())
                .param("at", now())
                .update();
    }

    List<Attempt> of(UUID admission) {
        return jdbc.sql("select * from sluice.product_test where admission = ? order by attempt")
                .param(admission)
                .query(this::attempt)
                .list();
    }

    Optional<Attempt> last(UUID admission) {
        var all = of(admission);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The attempt that gave a result which counts, if one did. */
    Optional<Attempt> result(UUID admission) {
        return of(admission).stream().filter(Attempt::counts).findFirst();
    }

    /** The tester's report that the rules hear of, if it counts. */
    Optional<Attempt> reported(UUID admission) {
        return result(admission).filter(attempt -> attempt.figures() != null);
    }

    /** What gave a result counts no longer: the test is to be made anew. */
    void supersede(UUID admission) {
        jdbc.sql("update sluice.product_test set superseded = true where admission = ? and band is not null")
                .param(admission)
                .update();
    }

    void arrange(UUID admission, int number, UUID job, PersonId by) {
        jdbc.sql("""
                        insert into sluice.product_test (admission, attempt, job, arranged_by, arranged_at)
                        values (?, ?, ?, ?, ?)
                        """).params(admission, number, job, by.value(), now()).update();
    }

    /** @param figures beyond size and matches, fit for the rules */
    void report(
            UUID admission,
            int number,
            ReportSampleTest report,
            Map<String, Object> figures,
            BigDecimal percent,
            TestScore score,
            TestBand band,
            PersonId by) {
        jdbc.sql("""
                        insert into sluice.product_test (admission, attempt, report_no, conducted_on, comment, sample_size,
                            matched, percent, figures, points, score, band, arranged_by, arranged_at, assessed_at)
                        values (:admission, :attempt, :reportNo, :on, :comment, :size, :matched, :percent, :figures::jsonb,
                            :points::jsonb, :score, :band, :by, :at, :at)
                        """)
                .param("admission", admission)
                .param("attempt", number)
                .param("reportNo", report.reportNo())
                .param("on", report.conductedOn())
                .param("comment", report.comment())
                .param("size", report.sampleSize())
                .param("matched", report.matched())
                .param("percent", percent)
                .param("figures", json.write(figures))
                .param("points", json.write(score.points()))
                .param("score", score.value())
                .param("band", band.name())
                .param("by", by.value())
                .param("at", now())
                .update();
    }

    void assess(UUID admission, int number, long size, long matched, BigDecimal percent, TestBand band) {
        jdbc.sql("""
                        update sluice.product_test set sample_size = ?, matched = ?, percent = ?, score = ?, band = ?,
                            assessed_at = ?
                        where admission = ? and attempt = ? and assessed_at is null
                        """)
                .params(size, matched, percent, percent, band.name(), now(), admission, number)
                .update();
    }

    void giveUp(UUID admission, int number, LocalText problem) {
        jdbc.sql("""
                        update sluice.product_test set problem_zh = ?, problem_en = ?, assessed_at = ?
                        where admission = ? and attempt = ? and assessed_at is null
                        """)
                .params(problem.zh(), problem.en(), now(), admission, number)
                .update();
    }

    /** A result that is good enough for now only is to be tested again by that day; set once. */
    void imposeCondition(UUID admission, BigDecimal wanted, LocalDate dueOn) {
        result(admission).filter(attempt -> attempt.band() == TestBand.B60_75).ifPresent(attempt -> jdbc.sql("""
                                insert into sluice.admission_condition (admission, text_zh, text_en, due_on)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                .params(
                        admission,
                        (attempt.figures() == null ? "匹配率为 %s%%，低于 %s%%，须重新测试" : "测试得分为 %s 分，低于 %s 分，须重新测试")
                                .formatted(attempt.score(), plain(wanted)),
                        (attempt.figures() == null
                                        ? "The match rate of %s %% is below %s %%: test it again"
                                        : "The test's score of %s is below %s: test it again")
                                .formatted(attempt.score(), plain(wanted)),
                        dueOn)
                .update());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private Attempt attempt(ResultSet row, int n) throws SQLException {
        var band = row.getString("band");
        var problem = row.getString("problem_en");
        var figures = row.getString("figures");
        var points = row.getString("points");
        return new Attempt(
                row.getInt("attempt"),
                row.getObject("job", UUID.class),
                row.getString("report_no"),
                row.getObject("conducted_on", LocalDate.class),
                row.getObject("sample_size", Long.class),
                row.getObject("matched", Long.class),
                row.getBigDecimal("percent"),
                figures == null ? null : figures(figures),
                points == null ? List.of() : List.of(json.read(points, TestScore.Points[].class)),
                row.getBigDecimal("score"),
                band == null ? null : TestBand.valueOf(band),
                problem == null ? null : new LocalText(row.getString("problem_zh"), problem),
                row.getObject("assessed_at") != null,
                row.getBoolean("superseded"));
    }

    @SuppressWarnings("unchecked") // a JSON object's names are texts
    private Map<String, Object> figures(String figures) {
        return (Map<String, Object>) json.read(figures, Map.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
