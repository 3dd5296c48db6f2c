package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.catalog.Catalogue;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.intake.ConfirmReuse;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The intake desk decides whether a listed product serves the wish, so that nothing is bought. */
@Component
class ConfirmReuseForm implements TaskForm<ConfirmReuse> {

    private final Requirements requirements;
    private final RequirementStore store;
    private final Matches matches;
    private final Catalogue catalogue;
    private final Deadlines deadlines;

    ConfirmReuseForm(
            Requirements requirements,
            RequirementStore store,
            Matches matches,
            Catalogue catalogue,
            Deadlines deadlines) {
        this.requirements = requirements;
        this.store = store;
        this.matches = matches;
        this.catalogue = catalogue;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.CONFIRM_REUSE;
    }

    @Override
    public Class<ConfirmReuse> body() {
        return ConfirmReuse.class;
    }

    @Override
    public ConfirmReuse example(CaseId caseId) {
        var best = choices(caseId).stream().filter(Choice::recommended).findFirst();
        return best.map(choice -> new ConfirmReuse(true, choice.value(), "It covers the need."))
                .orElse(new ConfirmReuse(false, null, "No listed product covers the need."));
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.whole(caseId, Deadlines.ClockName.ROUTE);
    }

    @Override
    public List<Choice> choices(CaseId caseId) {
        return TriageChoices.of(matches.kept(caseId), Matches.Kind.PRODUCT, "productCode");
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ConfirmReuse body) {
        var requirement = requirements.open(caseId);
        var accepted = Boolean.TRUE.equals(body.accepted());
        if (accepted) {
            var code = String.valueOf(body.productCode());
            var product = catalogue
                    .productByCode(code)
                    .filter(card -> card.state().equals("LISTED") && card.reuseAllowed())
                    .orElseThrow(() -> new Invalid(List.of(new FieldProblem("productCode", "notReusable", code))));
            store.reused(caseId, product.id());
            requirements.end(requirement, RequirementState.FULFILLED, "servedByExisting", body.comment());
            requirements.publish(
                    "requirement.reuseAccepted",
                    requirement,
                    actor,
                    details("product", code, "reusedProduct", product.name(), "comment", body.comment()));
        } else {
            deadlines.proposalRefused(requirement);
            requirements.publish("requirement.reuseRefused", requirement, actor, details("comment", body.comment()));
        }
        return Flags.of(RequirementIntakeProcess.REUSE_ACCEPTED, accepted);
    }
}
