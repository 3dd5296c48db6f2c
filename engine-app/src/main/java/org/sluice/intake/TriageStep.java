package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.DecisionStep;
import org.sluice.shared.Flags;
import org.springframework.stereotype.Component;

/** Asks the triage table which way a confirmed wish goes, and whom else to hear. */
@Component
class TriageStep implements DecisionStep {

    /** The table's inputs. */
    record Facts(
            double catalogueSimilarity,
            boolean reuseAllowed,
            double openRequirementMatch,
            String urgency,
            String decisionImpact,
            boolean inHouseFeasible) {}

    private final Requirements requirements;
    private final RequirementStore store;
    private final Matches matches;
    private final ReviewSteps steps;
    private final Deadlines deadlines;
    private final Parameters parameters;

    TriageStep(
            Requirements requirements,
            RequirementStore store,
            Matches matches,
            ReviewSteps steps,
            Deadlines deadlines,
            Parameters parameters) {
        this.requirements = requirements;
        this.store = store;
        this.matches = matches;
        this.steps = steps;
        this.deadlines = deadlines;
        this.parameters = parameters;
    }

    @Override
    public String element() {
        return "intakeTriage";
    }

    @Override
    public String decision() {
        return RequirementIntakeProcess.Decision.INTAKE_TRIAGE;
    }

    @Override
    public Record facts(CaseId caseId) {
        var requirement = store.get(caseId);
        var kept = matches.kept(caseId);
        var product = product(kept);
        var open = best(kept, Matches.Kind.REQUIREMENT);
        return new Facts(
                product == null ? 0 : product.score().total(),
                product != null && product.reuseAllowed(),
                open == null ? 0 : open.score().total(),
                String.valueOf(requirement.form().urgency()),
                String.valueOf(requirement.form().decisionImpact()),
                Boolean.TRUE.equals(requirement.inHouseFeasible()));
    }

    @Override
    public Flags apply(CaseId caseId, List<Row> rows) {
        var row = rows.get(0);
        var route = String.valueOf(row.outputs().get("route"));
        var days = row.whole("slaWorkingDays");
        var reviewers = row.roles("reviewers");
        var requirement = requirements.open(caseId);
        store.route(caseId, route);
        deadlines.start(caseId, Deadlines.ClockName.ROUTE, days);
        requirements.state(requirement, RequirementState.TRIAGED);
        // the intake desk itself writes the note; the others are heard before it
        reviewers.stream()
                .filter(role -> role != Role.DATA_INTAKE)
                .forEach(role -> steps.add(caseId, ReviewSteps.Round.OPINION, role, decision() + "/" + row.row()));
        requirements.publish(
                "requirement.triaged",
                requirement,
                null,
                details("route", route, "slaWorkingDays", days, "reviewers", DecisionStep.written(reviewers)));
        return Flags.of(RequirementIntakeProcess.REUSE_PROPOSED, route.equals("REUSE"))
                .and(RequirementIntakeProcess.MERGE_PROPOSED, route.equals("MERGE"));
    }

    /**
     * The product that the table is asked about: the best that may be reused, if it is alike enough to be reused; else
     * the best of all. One that may not be reused must not hide one that can.
     */
    private Matches.@Nullable Kept product(List<Matches.Kept> kept) {
        var enough = parameters.number("similarity.reuse").doubleValue();
        return kept.stream()
                .filter(match -> match.kind() == Matches.Kind.PRODUCT && match.reuseAllowed())
                .filter(match -> match.score().total() >= enough)
                .findFirst()
                .orElse(best(kept, Matches.Kind.PRODUCT));
    }

    private static Matches.@Nullable Kept best(List<Matches.Kept> kept, Matches.Kind kind) {
        return kept.stream().filter(match -> match.kind() == kind).findFirst().orElse(null);
    }
}
