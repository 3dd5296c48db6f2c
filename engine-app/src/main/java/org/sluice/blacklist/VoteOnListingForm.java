package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.blacklist.DecideListing;
import org.sluice.process.blacklist.SupplierBlacklistProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A member of the committee votes on a permanent entry; it passes when the whole quorum is in favour. */
@Component
class VoteOnListingForm implements TaskForm<DecideListing> {

    private final EntryStore store;
    private final Ballots ballots;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    VoteOnListingForm(
            EntryStore store,
            Ballots ballots,
            CaseFiles files,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.ballots = ballots;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return SupplierBlacklistProcess.Task.VOTE_ON_LISTING;
    }

    @Override
    public Class<DecideListing> body() {
        return DecideListing.class;
    }

    @Override
    public DecideListing example(CaseId caseId) {
        return new DecideListing(true, "In favour.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                SupplierBlacklistProcess.Task.INVESTIGATE_SUPPLIER,
                SupplierBlacklistProcess.Task.NOTICE_SUPPLIER,
                SupplierBlacklistProcess.Task.APPROVE_LISTING,
                key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.vote.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, DecideListing body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.NOTICED);
        ballots.cast(caseId, Ballots.Round.COMMITTEE, 0, actor.id(), Role.ADMISSION_COMMITTEE, body);
        var passed = ballots.areInFavour(caseId, Ballots.Round.COMMITTEE);
        if (!passed) {
            store.closedFor(caseId, "VOTED_DOWN");
        }
        events.publishEvent(Auditable.of("blacklist.voteCast", caseId, actor, entry.subject())
                .with("inFavour", Boolean.TRUE.equals(body.inFavour()))
                .with("comment", body.comment()));
        return Flags.of(SupplierBlacklistProcess.PASSED, passed);
    }
}
