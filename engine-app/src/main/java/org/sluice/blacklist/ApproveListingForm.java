package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

/** First compliance, then the chief compliance officer approves what the table came to; either of them can refuse it. */
@Component
class ApproveListingForm implements TaskForm<DecideListing> {

    private final EntryStore store;
    private final Ballots ballots;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    ApproveListingForm(
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
        return SupplierBlacklistProcess.Task.APPROVE_LISTING;
    }

    @Override
    public Class<DecideListing> body() {
        return DecideListing.class;
    }

    @Override
    public DecideListing example(CaseId caseId) {
        return new DecideListing(true, "Confirmed by two people, and the supplier was heard.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                SupplierBlacklistProcess.Task.INVESTIGATE_SUPPLIER,
                SupplierBlacklistProcess.Task.NOTICE_SUPPLIER,
                key());
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.approve.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, DecideListing body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.NOTICED);
        var first = ballots.count(caseId, Ballots.Round.LISTING, 0) == 0;
        var role = first ? Role.COMPLIANCE : Role.CHIEF_COMPLIANCE_OFFICER;
        ballots.cast(caseId, Ballots.Round.LISTING, 0, actor.id(), role, body);
        var approved = Boolean.TRUE.equals(body.inFavour());
        if (!approved) {
            store.closedFor(caseId, "NOT_APPROVED");
        }
        events.publishEvent(Auditable.of("blacklist.approvalGiven", caseId, actor, entry.subject())
                .with("role", role.name())
                .with("inFavour", approved)
                .with("comment", body.comment()));
        var permanent = Objects.requireNonNull(entry.months()) >= parameters.whole("blacklist.permanent.months");
        return Flags.of(SupplierBlacklistProcess.NEXT_APPROVAL_WANTED, approved && first)
                .and(SupplierBlacklistProcess.LISTING_REFUSED, !approved)
                .and(SupplierBlacklistProcess.COMMITTEE_WANTED, approved && !first && permanent)
                .and(SupplierBlacklistProcess.APPROVER_ROLE, Role.CHIEF_COMPLIANCE_OFFICER.name());
    }
}
