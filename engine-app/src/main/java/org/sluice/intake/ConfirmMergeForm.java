package org.sluice.intake;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.Problems;
import org.sluice.process.intake.ConfirmMerge;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.process.intake.RequirementState;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The intake desk decides whether the wish joins an open one. */
@Component
class ConfirmMergeForm implements TaskForm<ConfirmMerge> {

    private final Requirements requirements;
    private final RequirementStore store;
    private final Matches matches;
    private final CaseFiles files;
    private final Deadlines deadlines;

    ConfirmMergeForm(
            Requirements requirements, RequirementStore store, Matches matches, CaseFiles files, Deadlines deadlines) {
        this.requirements = requirements;
        this.store = store;
        this.matches = matches;
        this.files = files;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return RequirementIntakeProcess.Task.CONFIRM_MERGE;
    }

    @Override
    public Class<ConfirmMerge> body() {
        return ConfirmMerge.class;
    }

    @Override
    public ConfirmMerge example(CaseId caseId) {
        var best = choices(caseId).stream().filter(Choice::recommended).findFirst();
        return best.map(choice -> new ConfirmMerge(true, choice.value(), "Same data, same subjects."))
                .orElse(new ConfirmMerge(false, null, "No open requirement wants the same."));
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.whole(caseId, Deadlines.ClockName.ROUTE);
    }

    /** Only those that can still be joined: much may have happened since the triage. */
    @Override
    public List<Choice> choices(CaseId caseId) {
        var open = matches.kept(caseId).stream()
                .filter(match -> match.kind() == Matches.Kind.REQUIREMENT)
                .filter(match -> requirements.isJoinable(new CaseId(match.reference())))
                .toList();
        return TriageChoices.of(open, Matches.Kind.REQUIREMENT, "requirementNo");
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, ConfirmMerge body) {
        var accepted = Boolean.TRUE.equals(body.accepted());
        if (accepted) {
            join(actor, caseId, String.valueOf(body.requirementNo()), body);
        } else {
            var requirement = requirements.open(caseId);
            deadlines.proposalRefused(requirement);
            requirements.publish("requirement.mergeRefused", requirement, actor, details("comment", body.comment()));
        }
        return Flags.of(RequirementIntakeProcess.MERGE_ACCEPTED, accepted);
    }

    /**
     * This case is held already, by whoever completes the task, and now the other one as well. Two that join each other
     * at once thus wait for each other; the database ends one of them, which is tried again and finds the other merged.
     */
    private void join(Actor actor, CaseId caseId, String number, ConfirmMerge body) {
        var host = store.byNumber(number)
                .filter(found -> !found.caseId().equals(caseId))
                .map(Requirement::caseId)
                .orElseThrow(() -> new Invalid(List.of(new FieldProblem("requirementNo", "unknownCode", number))));
        files.lock(host);
        var requirement = requirements.open(caseId);
        var into = store.get(host);
        if (!requirements.isJoinable(host)) {
            throw new Invalid(List.of(new FieldProblem("requirementNo", "notJoinable", number, into.state())));
        }
        new Problems()
                .amount(
                        "requirementNo",
                        into.budget().plus(requirement.budget()).amount())
                .orThrow();
        var whole = requirements.join(requirement, host);
        requirements.end(requirement, RequirementState.MERGED, "mergedIntoOther", body.comment());
        requirements.publish(
                "requirement.mergeAccepted",
                requirement,
                actor,
                details("mergedInto", number, "comment", body.comment()));
        requirements.publish(
                "requirement.absorbed",
                whole,
                actor,
                details(
                        "requirementNo",
                        requirement.number(),
                        "amount",
                        requirement.budget().amount(),
                        "budgetAmount",
                        whole.budget().amount()));
    }
}
