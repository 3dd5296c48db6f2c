package org.sluice.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.Evaluation;
import org.sluice.rules.Severity;
import org.sluice.rules.facts.JobStage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rules found in a privacy job at each stage; kept, because it was decided on. */
@Component
class JobFindings {

    /**
     * @param judged a person has taken it on himself
     * @param at when the rules found it
     */
    record Kept(
            JobStage stage,
            String rule,
            Severity severity,
            boolean waivable,
            List<Role> reviewGroups,
            LocalText text,
            LocalText remedy,
            boolean judged,
            Instant at) {

        /** Whether nobody can let the job go on all the same. */
        boolean forbids() {
            return severity == Severity.REJECT && !mayBeWaived();
        }

        /** Whether it forbids the job unless whoever the rule names takes it on himself, with a reason. */
        boolean mayBeWaived() {
            return severity == Severity.REJECT && waivable && !reviewGroups.isEmpty();
        }

        /** Whether it still keeps the job from going on. */
        boolean stands() {
            return forbids() || ((severity == Severity.MANUAL || mayBeWaived()) && !judged);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    JobFindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Replaces what was found at this stage before; what a person judged stays judged. A release is judged for itself: only
     * there is known what was found. A waiver is of what was found then, and of nothing that has run since.
     *
     * @param nothingRanSince whether the same parties have run nothing since
     */
    void keep(CaseId caseId, JobStage stage, Evaluation evaluation, Predicate<Instant> nothingRanSince) {
        var judged = of(caseId).stream()
                .filter(each -> each.judged() && (stage != JobStage.RELEASE || each.stage() == stage))
                .filter(each -> !each.mayBeWaived() || nothingRanSince.test(each.at()))
                .map(Kept::rule)
                .toList();
        jdbc.sql("delete from sluice.privacy_finding where case_id = ? and stage = ?")
                .params(caseId.value(), stage.name())
                .update();
        for (var finding : evaluation.findings()) {
            jdbc.sql("""
                            insert into sluice.privacy_finding (case_id, stage, rule, severity, waivable, review_groups, text_zh, text_en,
                                remedy_zh, remedy_en, judged, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(
                            caseId.value(),
                            stage.name(),
                            finding.id(),
                            finding.severity().name(),
                            finding.waivable(),
                            finding.reviewGroups().stream().map(Role::name).toArray(String[]::new),
                            finding.text().zh(),
                            finding.text().en(),
                            finding.remedy().zh(),
                            finding.remedy().en(),
                            judged.contains(finding.id()),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Everything that asks for a judgement has got one. */
    void judged(CaseId caseId) {
        of(caseId).stream().filter(each -> each.stands() && !each.forbids()).forEach(each -> jdbc.sql(
                        "update sluice.privacy_finding set judged = true where case_id = ? and stage = ? and rule = ?")
                .params(caseId.value(), each.stage().name(), each.rule())
                .update());
    }

    /** Of each rule what it found last. */
    List<Kept> last(CaseId caseId) {
        var last = new LinkedHashMap<String, Kept>();
        of(caseId).forEach(each -> last.put(each.rule(), each));
        return List.copyOf(last.values());
    }

    List<Kept> of(CaseId caseId, JobStage stage) {
        return of(caseId).stream().filter(each -> each.stage() == stage).toList();
    }

    List<Kept> of(CaseId caseId) {
        return jdbc.sql("select * from sluice.privacy_finding where case_id = ? order by at, rule")
                .param(caseId.value())
                .query((row, n) -> new Kept(
                        JobStage.valueOf(row.getString("stage")),
                        row.getString("rule"),
                        Severity.valueOf(row.getString("severity")),
                        row.getBoolean("waivable"),
                        List.of((String[]) row.getArray("review_groups").getArray()).stream()
                                .map(Role::valueOf)
                                .toList(),
                        new LocalText(row.getString("text_zh"), row.getString("text_en")),
                        new LocalText(row.getString("remedy_zh"), row.getString("remedy_en")),
                        row.getBoolean("judged"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
