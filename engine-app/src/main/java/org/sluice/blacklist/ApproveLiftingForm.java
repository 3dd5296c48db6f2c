package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Role;
import org.sluice.process.blacklist.BlacklistLiftingProcess;
import org.sluice.process.blacklist.DecideListing;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Two people above the entry's own approvers decide on ending it early: the chief compliance officer, then the executive in charge. */
@Component
class ApproveLiftingForm implements TaskForm<DecideListing> {

    private final EntryStore store;
    private final Liftings liftings;
    private final Ballots ballots;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ApproveLiftingForm(
            EntryStore store,
            Liftings liftings,
            Ballots ballots,
            CaseFiles files,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.liftings = liftings;
        this.ballots = ballots;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return BlacklistLiftingProcess.Task.APPROVE_LIFTING;
    }

    @Override
    public Class<DecideListing> body() {
        return DecideListing.class;
    }

    @Override
    public DecideListing example(CaseId caseId) {
        return new DecideListing(true, "The condition is met and on file.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(EarlyLifting.PROPOSE_LIFTING);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.lifting.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, DecideListing body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        var lifting =
                liftings.open(caseId).orElseThrow(() -> new Conflict("blacklistState", entry.number(), entry.state()));
        var first = ballots.count(caseId, Ballots.Round.LIFTING, lifting.turn()) == 0;
        var role = first ? Role.CHIEF_COMPLIANCE_OFFICER : Role.EXEC_APPROVER;
        ballots.cast(caseId, Ballots.Round.LIFTING, lifting.turn(), actor.id(), role, body);
        // its term may have ended, or an appeal been upheld, in the meantime: then nothing is left to lift
        var approved = Boolean.TRUE.equals(body.inFavour()) && entry.state().isInForce();
        events.publishEvent(Auditable.of("blacklist.liftingDecided", caseId, actor, entry.subject())
                .with("role", role.name())
                .with("inFavour", Boolean.TRUE.equals(body.inFavour()))
                .with("comment", body.comment()));
        return Flags.of(BlacklistLiftingProcess.NEXT_APPROVAL_WANTED, approved && first)
                .and(BlacklistLiftingProcess.LIFTED, approved && !first)
                .and(BlacklistLiftingProcess.APPROVER_ROLE, Role.EXEC_APPROVER.name());
    }
}
