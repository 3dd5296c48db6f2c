package org.sluice.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.rules.Evaluation;
import org.sluice.rules.Finding;
import org.sluice.rules.Layer;
import org.sluice.rules.Severity;
import org.sluice.shared.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rules found in each round of an admission, and how it stands. */
@Repository
class Findings {

    /** A finding as it was kept. */
    record Kept(
            UUID id,
            int round,
            String rule,
            Severity severity,
            Layer layer,
            boolean waivable,
            List<Role> reviewGroups,
            LocalText text,
            List<String> legalRefs,
            Map<String, String> evidence,
            LocalText remedy) {

        /** A rejection that nobody may waive. */
        boolean isFinal() {
            return severity == Severity.REJECT && !(waivable && !reviewGroups.isEmpty());
        }

        boolean asksSomebody() {
            return severity == Severity.MANUAL || (severity == Severity.REJECT && !isFinal());
        }
    }

    /** How a round stands: inputs of the outcome's table. */
    record Count(int rejectNotWaived, int manualRefused, int manualOpen, int conditions, boolean actsByLaw) {}

    private final JdbcClient jdbc;
    private final FindingReviews reviews;
    private final Json json;
    private final Clock clock;

    Findings(JdbcClient jdbc, FindingReviews reviews, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.json = json;
        this.clock = clock;
    }

    /** Whether the present round was screened. */
    boolean areKept(Admission admission) {
        return jdbc.sql("select count(*) from sluice.admission_screening where admission = ? and round = ?")
                        .params(admission.id(), admission.round())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Keeps what the rules found in the present round, and asks a review of every role of every finding that a person
     * settles. Where a rejection stands that nobody may waive, nobody is asked: it is certain how it ends.
     *
     * @param keeper who settles a finding that names nobody
     * @return how many reviews are asked
     */
    int keep(Admission admission, Evaluation evaluation, boolean actsByLaw, Role keeper) {
        jdbc.sql("""
                        insert into sluice.admission_screening (admission, round, verdict, screened_at, acts_by_law)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        admission.id(),
                        admission.round(),
                        evaluation.verdict().name(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actsByLaw)
                .update();
        var seq = 0;
        for (var finding : evaluation.findings()) {
            keep(admission, finding, ++seq, keeper);
        }
        var kept = of(admission);
        if (kept.stream().anyMatch(Kept::isFinal)) {
            return 0;
        }
        var place = 0;
        for (var finding : kept) {
            if (finding.asksSomebody()) {
                for (var group : finding.reviewGroups()) {
                    reviews.ask(finding.id(), place++, group);
                }
            }
        }
        return place;
    }

    private void keep(Admission admission, Finding finding, int seq, Role keeper) {
        var groups =
                finding.severity() == Severity.MANUAL && finding.reviewGroups().isEmpty()
                        ? List.of(keeper)
                        : finding.reviewGroups();
        jdbc.sql("""
                        insert into sluice.admission_finding
                            (id, admission, round, seq, rule, severity, layer, waivable, review_groups, text_zh, text_en,
                             legal_refs, evidence, remedy_zh, remedy_en)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        admission.id(),
                        admission.round(),
                        seq,
                        finding.id(),
                        finding.severity().name(),
                        finding.layer().name(),
                        finding.waivable(),
                        groups.stream().map(Role::name).distinct().toArray(String[]::new),
                        finding.text().zh(),
                        finding.text().en(),
                        finding.legalRefs().toArray(String[]::new),
                        json.write(finding.evidence()),
                        finding.remedy().zh(),
                        finding.remedy().en())
                .update();
    }

    /** Those of the present round, gravest first. */
    List<Kept> of(Admission admission) {
        return of(admission.id()).stream()
                .filter(finding -> finding.round() == admission.round())
                .toList();
    }

    /** Those of all rounds, round by round. */
    List<Kept> of(UUID admission) {
        return jdbc.sql("select * from sluice.admission_finding where admission = ? order by round, seq")
                .param(admission)
                .query(this::row)
                .list();
    }

    Kept get(UUID id) {
        return jdbc.sql("select * from sluice.admission_finding where id = ?")
                .param(id)
                .query(this::row)
                .single();
    }

    /** How the present round stands now. */
    Count count(Admission admission) {
        var answers = reviews.of(admission).stream()
                .collect(
                        Collectors.groupingBy(FindingReviews.Review::finding, LinkedHashMap::new, Collectors.toList()));
        int rejected = 0;
        int refused = 0;
        int open = 0;
        for (var finding : of(admission)) {
            if (!finding.asksSomebody()) {
                rejected += finding.isFinal() ? 1 : 0;
                continue;
            }
            var asked = answers.getOrDefault(finding.id(), List.of());
            if (asked.stream().anyMatch(review -> review.answer() == FindingAnswer.REFUSE)) {
                rejected += finding.severity() == Severity.REJECT ? 1 : 0;
                refused += finding.severity() == Severity.REJECT ? 0 : 1;
            } else if (asked.isEmpty() || asked.stream().anyMatch(Findings::isOpen)) {
                open++;
            }
        }
        var conditions = answers.values().stream()
                .flatMap(List::stream)
                .filter(review -> review.answer() == FindingAnswer.ACCEPT_WITH_CONDITION)
                .count();
        return new Count(rejected, refused, open, (int) conditions, actsByLaw(admission));
    }

    private static boolean isOpen(FindingReviews.Review review) {
        return review.answer() == null || review.answer() == FindingAnswer.SUPPLEMENT;
    }

    private boolean actsByLaw(Admission admission) {
        return jdbc.sql("select acts_by_law from sluice.admission_screening where admission = ? and round = ?")
                .params(admission.id(), admission.round())
                .query(Boolean.class)
                .single();
    }

    private Kept row(ResultSet row, int n) throws SQLException {
        var evidence = new LinkedHashMap<String, String>();
        json.tree(row.getString("evidence"))
                .properties()
                .forEach(each -> evidence.put(each.getKey(), each.getValue().asText()));
        return new Kept(
                row.getObject("id", UUID.class),
                row.getInt("round"),
                row.getString("rule"),
                Severity.valueOf(row.getString("severity")),
                Layer.valueOf(row.getString("layer")),
                row.getBoolean("waivable"),
                Stream.of((String[]) row.getArray("review_groups").getArray())
                        .map(Role::valueOf)
                        .toList(),
                new LocalText(row.getString("text_zh"), row.getString("text_en")),
                List.of((String[]) row.getArray("legal_refs").getArray()),
                evidence,
                new LocalText(row.getString("remedy_zh"), row.getString("remedy_en")));
    }
}
