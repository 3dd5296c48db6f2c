package org.sluice.blacklist;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.DecideAppeal;
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

/** An appeal is decided by somebody who had no part in the entry. */
@Component
class DecideAppealForm implements TaskForm<DecideAppeal> {

    private final EntryStore store;
    private final Appeals appeals;
    private final CaseFiles files;
    private final Parameters parameters;
    private final ApplicationEventPublisher events;

    DecideAppealForm(
            EntryStore store,
            Appeals appeals,
            CaseFiles files,
            Parameters parameters,
            ApplicationEventPublisher events) {
        this.store = store;
        this.appeals = appeals;
        this.files = files;
        this.parameters = parameters;
        this.events = events;
    }

    @Override
    public String key() {
        return BlacklistListingProcess.Task.DECIDE_APPEAL;
    }

    @Override
    public Class<DecideAppeal> body() {
        return DecideAppeal.class;
    }

    @Override
    public DecideAppeal example(CaseId caseId) {
        return new DecideAppeal(false, "The appeal brings nothing that the findings did not weigh already.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(
                CaseFiles.INITIATE,
                Suspending.SUSPEND_SUPPLIER,
                SupplierBlacklistProcess.Task.INVESTIGATE_SUPPLIER,
                SupplierBlacklistProcess.Task.NOTICE_SUPPLIER,
                SupplierBlacklistProcess.Task.RECORD_REPLY,
                SupplierBlacklistProcess.Task.APPROVE_LISTING,
                SupplierBlacklistProcess.Task.VOTE_ON_LISTING,
                SupplierBlacklistProcess.Task.REVIEW_RELATED_PARTY,
                BlacklistListingProcess.Task.RECORD_APPEAL);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, parameters.whole("blacklist.appeal.decision.due")));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, DecideAppeal body) {
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.APPEALED);
        var upheld = Boolean.TRUE.equals(body.upheld());
        appeals.decide(caseId, upheld, Objects.requireNonNull(body.reasons()), actor.id());
        if (!upheld) {
            store.state(caseId, BlacklistState.EFFECTIVE);
            files.state(caseId, BlacklistState.EFFECTIVE.name());
        }
        events.publishEvent(Auditable.of("blacklist.appealDecided", caseId, actor, entry.subject())
                .with("upheld", upheld)
                .with("reason", body.reasons()));
        return Flags.of(BlacklistListingProcess.UPHELD, upheld);
    }
}
