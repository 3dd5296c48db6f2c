package org.sluice.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.sluice.catalog.Catalogue;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.UnitCode;
import org.sluice.process.intake.RequirementForm;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Numbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what the bank already has or already asks for, and keeps what the triage saw. */
@Component
class Matches {

    enum Kind {
        PRODUCT,
        REQUIREMENT
    }

    /**
     * @param reference product id or case id
     * @param code product code or requirement number
     */
    record Match(
            Kind kind,
            UUID reference,
            String code,
            LocalText name,
            String state,
            Similarity.Score score,
            boolean reuseAllowed) {}

    private final Catalogue catalogue;
    private final OpenRequirements requirements;
    private final Parameters parameters;
    private final JdbcClient jdbc;

    Matches(Catalogue catalogue, OpenRequirements requirements, Parameters parameters, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.requirements = requirements;
        this.parameters = parameters;
        this.jdbc = jdbc;
    }

    /** What a requirement could be served by or join, best first. */
    List<Match> of(Requirement requirement) {
        var classes = requirement.form().dataClasses();
        return of(requirement.form(), requirements.joinable(classes, requirement.caseId()));
    }

    /**
     * What the bank has and is already asking for beside a form that may not be finished, best first.
     *
     * @param seen the units whose requirements count
     */
    List<Match> beside(RequirementForm draft, Predicate<UnitCode> seen) {
        return of(
                draft,
                requirements.underWay(draft.dataClasses()).stream()
                        .filter(open -> seen.test(open.unit()))
                        .toList());
    }

    /**
     * At most {@code similarity.kept} of each kind, none below the floor. If a product that may be reused is among the
     * candidates, the best of them is among the matches.
     */
    private List<Match> of(RequirementForm form, List<OpenRequirements.Open> others) {
        var wanted = Similarity.of(form);
        var inForce = parameters.below("similarity.");
        var scale = scale(inForce);
        var found = new ArrayList<Match>();
        found.addAll(best(
                inForce,
                catalogue.listed(form.dataClasses()).stream()
                        .map(product -> new Match(
                                Kind.PRODUCT,
                                product.id().value(),
                                product.code(),
                                product.name(),
                                "LISTED",
                                Similarity.score(wanted, Similarity.of(product), scale),
                                product.reuseAllowed()))
                        .toList()));
        found.addAll(best(
                inForce,
                others.stream()
                        .map(open -> new Match(
                                Kind.REQUIREMENT,
                                open.caseId().value(),
                                open.number(),
                                new LocalText(open.title(), open.title()),
                                open.state().name(),
                                Similarity.joining(wanted, open.shape(), scale),
                                false))
                        .toList()));
        found.sort(BEST_FIRST);
        return found;
    }

    /** Keeps what was found for a case; finding again replaces it. */
    void keep(CaseId caseId, List<Match> matches) {
        jdbc.sql("delete from sluice.requirement_match where case_id = ?")
                .param(caseId.value())
                .update();
        for (var match : matches) {
            var score = match.score();
            jdbc.sql("""
                            insert into sluice.requirement_match (case_id, kind, reference, score, class_score,
                                subject_score, field_score, region_score, reuse_allowed)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            caseId.value(),
                            match.kind().name(),
                            match.reference(),
                            four(score.total()),
                            four(score.dataClass()),
                            four(score.subject()),
                            four(score.fields()),
                            four(score.region()),
                            match.reuseAllowed())
                    .update();
        }
    }

    /**
     * What the triage saw, best first.
     *
     * @param name in both languages for a product, the title for a requirement
     */
    record Kept(Kind kind, UUID reference, String code, LocalText name, Similarity.Score score, boolean reuseAllowed) {}

    List<Kept> kept(CaseId caseId) {
        return jdbc.sql("""
                        select m.*,
                               coalesce(p.code, r.requirement_no) as code,
                               coalesce(p.name_zh, r.title) as name_zh, coalesce(p.name_en, r.title) as name_en
                        from sluice.requirement_match m
                        left join sluice.data_product p on m.kind = 'PRODUCT' and p.id = m.reference
                        left join sluice.requirement r on m.kind = 'REQUIREMENT' and r.case_id = m.reference
                        where m.case_id = ? order by m.score desc, m.reuse_allowed desc, code
                        """)
                .param(caseId.value())
                .query((row, n) -> new Kept(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("reference", UUID.class),
                        row.getString("code"),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        new Similarity.Score(
                                row.getDouble("score"),
                                row.getDouble("class_score"),
                                row.getDouble("subject_score"),
                                row.getDouble("field_score"),
                                row.getDouble("region_score")),
                        row.getBoolean("reuse_allowed")))
                .list();
    }

    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(
                    (Match match) -> match.score().total())
            .reversed()
            .thenComparing(match -> !match.reuseAllowed())
            .thenComparing(Match::code);

    private static List<Match> best(Numbers inForce, List<Match> matches) {
        var floor = inForce.number("similarity.floor").doubleValue();
        var ranked = matches.stream()
                .filter(match -> match.score().total() >= floor)
                .sorted(BEST_FIRST)
                .toList();
        var best = new ArrayList<>(ranked.subList(0, Math.min(inForce.whole("similarity.kept"), ranked.size())));
        var reusable = ranked.stream().filter(Match::reuseAllowed).findFirst();
        if (reusable.isPresent() && !best.contains(reusable.get())) {
            best.set(best.size() - 1, reusable.get());
        }
        return best;
    }

    private static Similarity.Scale scale(Numbers inForce) {
        return new Similarity.Scale(
                new Similarity.Weights(
                        inForce.number("similarity.weight.class").doubleValue(),
                        inForce.number("similarity.weight.subject").doubleValue(),
                        inForce.number("similarity.weight.fields").doubleValue(),
                        inForce.number("similarity.weight.region").doubleValue()),
                inForce.number("similarity.subject.partly").doubleValue(),
                inForce.number("similarity.ceilingApart").doubleValue());
    }

    private static BigDecimal four(double score) {
        return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP);
    }
}
