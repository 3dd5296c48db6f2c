package org.sluice.intake;

import static org.sluice.intake.Requirements.details;
import static org.sluice.process.intake.RequirementState.APPROVED;
import static org.sluice.process.intake.RequirementState.SOURCING;
import static org.sluice.process.intake.RequirementState.TRIAGED;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
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

    private static final Set<RequirementState> JOINABLE = Set.of(TRIAGED, APPROVED, SOURCING);

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
                .filter(match -> JOINABLE.contains(
                        store.get(new CaseId(match.reference())).state()))
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

    private void join(Actor actor, CaseId caseId, String number, ConfirmMerge body) {
        var host = store.byNumber(number)
                .filter(found -> !found.caseId().equals(caseId))
                .map(Requirement::caseId)
                .orElseThrow(() -> new Invalid(List.of(new FieldProblem("requirementNo", "unknownCode", number))));
        // both are held, in the order of their ids: two that join each other at once can neither deadlock nor both win
        Stream.of(caseId, host)
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(files::lock);
        var requirement = requirements.open(caseId);
        var into = store.get(host);
        if (!JOINABLE.contains(into.state())) {
            throw new Invalid(List.of(new FieldProblem("requirementNo", "notJoinable", number, into.state())));
        }
        store.merged(caseId, host);
        requirements.end(requirement, RequirementState.MERGED, "mergedIntoOther", body.comment());
        requirements.publish(
                "requirement.mergeAccepted",
                requirement,
                actor,
                details("mergedInto", number, "comment", body.comment()));
        requirements.publish("requirement.absorbed", into, actor, details("requirementNo", requirement.number()));
    }
}
