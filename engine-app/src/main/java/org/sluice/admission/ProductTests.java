package org.sluice.admission;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.admission.FileTestPapers;
import org.sluice.process.admission.ReportSampleTest;
import org.sluice.rules.facts.TestBand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of a product's test, and its attempts: sizes and rates, and nothing of anybody in them. */
@Component
class ProductTests {

    /**
     * One attempt.
     *
     * @param job of the workers' match test; null when the tester reported
     * @param band null while it computes, and when it gave no result
     * @param problem why it gave none
     */
    record Attempt(
            int number,
            @Nullable UUID job,
            @Nullable String reportNo,
            @Nullable Long sampleSize,
            @Nullable Long matched,
            @Nullable BigDecimal percent,
            @Nullable TestBand band,
            @Nullable LocalText problem,
            boolean assessed) {}

    record Papers(String agreementNo, LocalDate agreementOn, String assessmentNo, LocalDate assessmentOn) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    ProductTests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
                .query(ProductTests::attempt)
                .list();
    }

    Optional<Attempt> last(UUID admission) {
        var all = of(admission);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The band of the attempt that gave a result, if one did. */
    Optional<TestBand> band(UUID admission) {
        return of(admission).stream()
                .map(Attempt::band)
                .filter(Objects::nonNull)
                .findFirst();
    }

    void arrange(UUID admission, int number, UUID job, PersonId by) {
        jdbc.sql("""
                        insert into sluice.product_test (admission, attempt, job, arranged_by, arranged_at)
                        values (?, ?, ?, ?, ?)
                        """).params(admission, number, job, by.value(), now()).update();
    }

    void report(UUID admission, int number, ReportSampleTest report, BigDecimal percent, TestBand band, PersonId by) {
        jdbc.sql("""
                        insert into sluice.product_test (admission, attempt, report_no, conducted_on, comment, sample_size,
                            matched, percent, band, arranged_by, arranged_at, assessed_at)
                        values (:admission, :attempt, :reportNo, :on, :comment, :size, :matched, :percent, :band, :by, :at, :at)
                        """)
                .param("admission", admission)
                .param("attempt", number)
                .param("reportNo", report.reportNo())
                .param("on", report.conductedOn())
                .param("comment", report.comment())
                .param("size", report.sampleSize())
                .param("matched", report.matched())
                .param("percent", percent)
                .param("band", band.name())
                .param("by", by.value())
                .param("at", now())
                .update();
    }

    void assess(UUID admission, int number, long size, long matched, BigDecimal percent, TestBand band) {
        jdbc.sql("""
                        update sluice.product_test set sample_size = ?, matched = ?, percent = ?, band = ?, assessed_at = ?
                        where admission = ? and attempt = ? and assessed_at is null
                        """)
                .params(size, matched, percent, band.name(), now(), admission, number)
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

    /** A rate that is good enough for now only is to be tested again by that day; set once. */
    void imposeCondition(UUID admission, BigDecimal wanted, LocalDate dueOn) {
        of(admission).stream()
                .filter(attempt -> attempt.band() == TestBand.B60_75)
                .findFirst()
                .ifPresent(attempt -> jdbc.sql("""
                                insert into sluice.admission_condition (admission, text_zh, text_en, due_on)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                admission,
                                "匹配率为 %s%%，低于 %s%%，须重新测试".formatted(attempt.percent(), plain(wanted)),
                                "The match rate of %s %% is below %s %%: test it again"
                                        .formatted(attempt.percent(), plain(wanted)),
                                dueOn)
                        .update());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Attempt attempt(ResultSet row, int n) throws SQLException {
        var band = row.getString("band");
        var problem = row.getString("problem_en");
        return new Attempt(
                row.getInt("attempt"),
                row.getObject("job", UUID.class),
                row.getString("report_no"),
                row.getObject("sample_size", Long.class),
                row.getObject("matched", Long.class),
                row.getBigDecimal("percent"),
                band == null ? null : TestBand.valueOf(band),
                problem == null ? null : new LocalText(row.getString("problem_zh"), problem),
                row.getObject("assessed_at") != null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
