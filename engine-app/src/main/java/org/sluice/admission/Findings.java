package org.sluice.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.rules.Evaluation;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.Finding;
import org.sluice.rules.Layer;
import org.sluice.rules.Severity;
import org.sluice.shared.Json;
import org.sluice.shared.WorkingDays;
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

        boolean isAboutTest() {
            return evidence.keySet().stream().anyMatch(EnteredFacts::isOfTest);
        }

        /** Whether another screening found the same, for the same people to settle. */
        boolean isAs(Kept other) {
            return rule.equals(other.rule)
                    && severity == other.severity
                    && layer == other.layer
                    && waivable == other.waivable
                    && reviewGroups.equals(other.reviewGroups)
                    && text.equals(other.text)
                    && evidence.equals(other.evidence);
        }

        boolean asksSomebody() {
            return severity == Severity.MANUAL || (severity == Severity.REJECT && !isFinal());
        }
    }

    /** 2 is 2.00, however it was written down. */
    private static final Comparator<JsonNode> BY_VALUE = (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    };

    /** How a round stands: inputs of the outcome's table. */
    record Count(int rejectNotWaived, int manualRefused, int manualOpen, int conditions, boolean actsByLaw) {}

    private final JdbcClient jdbc;
    private final FindingReviews reviews;
    private final RuleQuestions rules;
    private final Json json;
    private final Clock clock;

    Findings(JdbcClient jdbc, FindingReviews reviews, RuleQuestions rules, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.reviews = reviews;
        this.rules = rules;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Whether the present round was screened.
     *
     * @param heard attempt of the reported test that the rules hear of, 0 without one
     */
    boolean areKept(Admission admission, int heard) {
        return jdbc.sql(
                                "select count(*) from sluice.admission_screening where admission = ? and round = ? and heard = ?")
                        .params(admission.id(), admission.round(), heard)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Keeps what the rules found in the present round, and asks a review of every role of every finding that a person
     * settles. An answer that was given about the same finding stands while nothing that the rule looks at has changed.
     * Where a rejection stands that nobody may waive, nobody is asked: it is certain how it ends.
     *
     * @param heard attempt of the reported test that the rules hear of, 0 without one
     * @param keeper who settles a finding that names nobody
     * @return how many reviews are asked
     */
    int keep(Admission admission, int heard, Evaluation evaluation, boolean actsByLaw, Role keeper) {
        var facts = json.tree(FactCatalogue.recorded(evaluation.facts()));
        var before = earlier(admission, facts);
        jdbc.sql("""
                        insert into sluice.admission_screening (admission, round, heard, verdict, screened_at, acts_by_law, facts)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        admission.id(),
                        admission.round(),
                        heard,
                        evaluation.verdict().name(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        actsByLaw,
                        json.write(facts))
                .update();
        var seq = 0;
        for (var finding : evaluation.findings()) {
            keep(admission, heard, finding, ++seq, keeper);
        }
        var kept = of(admission);
        if (kept.stream().anyMatch(Kept::isFinal)) {
            return 0;
        }
        var place = 0;
        for (var finding : kept) {
            if (finding.asksSomebody()) {
                for (var group : finding.reviewGroups()) {
                    var answered = before.answer(finding, group);
                    if (answered.isPresent()) {
                        reviews.keep(finding.id(), place++, answered.get());
                    } else {
                        reviews.ask(finding.id(), place++, group);
                    }
                }
            }
        }
        return reviews.asked(admission).size();
    }

    private void keep(Admission admission, int heard, Finding finding, int seq, Role keeper) {
        var groups =
                finding.severity() == Severity.MANUAL && finding.reviewGroups().isEmpty()
                        ? List.of(keeper)
                        : finding.reviewGroups();
        jdbc.sql("""
                        insert into sluice.admission_finding
                            (id, admission, round, heard, seq, rule, severity, layer, waivable, review_groups, text_zh, text_en,
                             legal_refs, evidence, remedy_zh, remedy_en)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        admission.id(),
                        admission.round(),
                        heard,
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

    /** What was found and answered at the last screening. */
    private final class Earlier {

        private final List<Kept> findings;
        private final List<FindingReviews.Review> answers;
        private final Set<String> changed;

        /** @param changed facts that are not what they were */
        Earlier(List<Kept> findings, List<FindingReviews.Review> answers, Set<String> changed) {
            this.findings = findings;
            this.answers = answers;
            this.changed = changed;
        }

        /** Whoever wanted more is asked again, and so is whose condition has come due. */
        Optional<FindingReviews.Review> answer(Kept now, Role group) {
            var today = WorkingDays.today(clock);
            return findings.stream()
                    .filter(before -> before.isAs(now) && Collections.disjoint(changed, rules.looksAt(now.rule())))
                    .flatMap(before -> answers.stream()
                            .filter(answer -> answer.finding().equals(before.id()) && answer.group() == group))
                    .filter(answer -> answer.answer() != null && answer.answer() != FindingAnswer.SUPPLEMENT)
                    .filter(answer -> answer.dueOn() == null || !answer.dueOn().isBefore(today))
                    .findFirst();
        }
    }

    private Earlier earlier(Admission admission, JsonNode now) {
        var last = jdbc.sql("""
                        select round, facts from sluice.admission_screening where admission = ? and facts is not null
                        order by round desc, heard desc limit 1
                        """)
                .param(admission.id())
                .query((row, n) -> Map.entry(row.getInt("round"), json.tree(row.getString("facts"))))
                .optional();
        if (last.isEmpty()) {
            return new Earlier(List.of(), List.of(), Set.of());
        }
        var round = last.get().getKey();
        var then = last.get().getValue();
        var changed = Stream.of(then, now)
                .flatMap(facts -> facts.properties().stream())
                .map(Map.Entry::getKey)
                .filter(name -> !then.path(name).equals(BY_VALUE, now.path(name)))
                .collect(Collectors.toSet());
        return new Earlier(
                of(admission.id()).stream()
                        .filter(finding -> finding.round() == round)
                        .toList(),
                reviews.of(admission.id(), round),
                changed);
    }

    /** Whether a reviewer of the present round wants the test made anew: the finding is about what it measured. */
    boolean askForNewTest(Admission admission) {
        var wanted = reviews.of(admission).stream()
                .filter(review -> review.answer() == FindingAnswer.SUPPLEMENT)
                .map(FindingReviews.Review::finding)
                .collect(Collectors.toSet());
        return of(admission).stream()
                .filter(finding -> wanted.contains(finding.id()))
                .anyMatch(Kept::isAboutTest);
    }

    /** Those of the present round, gravest first. */
    List<Kept> of(Admission admission) {
        return of(admission.id()).stream()
                .filter(finding -> finding.round() == admission.round())
                .toList();
    }

    /** Those of all rounds, round by round, as each round's last screening found them. */
    List<Kept> of(UUID admission) {
        return jdbc.sql("select * from sluice.present_finding where admission = ? order by round, seq")
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
        return jdbc.sql("""
                        select acts_by_law from sluice.admission_screening where admission = ? and round = ?
                        order by heard desc limit 1
                        """)
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
