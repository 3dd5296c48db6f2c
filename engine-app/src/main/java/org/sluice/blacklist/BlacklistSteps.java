package org.sluice.blacklist;

import java.util.Objects;
import java.util.UUID;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an entry that the house takes by itself, named by the models and called by their jobs. A job that is run
 * again changes nothing.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class BlacklistSteps {

    private final EntryStore store;
    private final Investigation investigation;
    private final RelatedParties related;
    private final Suspending suspending;
    private final Bars bars;
    private final Aftermath aftermath;
    private final BlacklistStart start;
    private final SupplierRegister suppliers;
    private final CaseFiles files;
    private final ApplicationEventPublisher events;

    BlacklistSteps(
            EntryStore store,
            Investigation investigation,
            RelatedParties related,
            Suspending suspending,
            Bars bars,
            Aftermath aftermath,
            BlacklistStart start,
            SupplierRegister suppliers,
            CaseFiles files,
            ApplicationEventPublisher events) {
        this.store = store;
        this.investigation = investigation;
        this.related = related;
        this.suspending = suspending;
        this.bars = bars;
        this.aftermath = aftermath;
        this.start = start;
        this.suppliers = suppliers;
        this.files = files;
        this.events = events;
    }

    /** @return whether every investigator has confirmed what was proposed */
    public boolean weigh(CaseId caseId) {
        var findings = investigation.of(caseId);
        var confirming =
                findings.stream().filter(Investigation.Finding::confirmed).count();
        var confirmed = !findings.isEmpty() && confirming == findings.size();
        if (!confirmed) {
            store.closedFor(caseId, confirming == 0 ? "NOT_CONFIRMED" : "INVESTIGATORS_DISAGREE");
        }
        return confirmed;
    }

    /** The supplier has let the time for an answer pass. */
    public void noteSilence(CaseId caseId) {
        var entry = store.get(caseId);
        if (entry.reply() == null) {
            events.publishEvent(event("blacklist.notAnswered", entry));
        }
    }

    /**
     * The entry comes into force: the supplier is barred, whatever is under way with it stops, and whoever stands behind
     * it is looked at.
     *
     * @return how many related parties are asked about
     */
    public int list(CaseId caseId) {
        files.lock(caseId);
        var entry = store.get(caseId);
        if (!entry.state().isUndecided()) {
            return related.of(caseId).size();
        }
        store.lockSupplier(entry.supplier());
        var today = store.today();
        var until = today.plusMonths(Objects.requireNonNull(entry.months()));
        store.effective(caseId, today, until);
        files.state(caseId, BlacklistState.EFFECTIVE.name());
        bars.raise(entry.supplier());
        suspending.endWithCase(entry);
        var asked = related.ask(caseId, entry.supplier());
        start.listing(caseId, until);
        events.publishEvent(
                event("blacklist.listed", entry).with("months", entry.months()).with("until", until.toString()));
        events.publishEvent(new SupplierListed(entry.supplier(), caseId, until));
        return asked;
    }

    /** The supplier is not listed; why, whoever said no has put down. */
    public void close(CaseId caseId) {
        files.lock(caseId);
        var entry = store.get(caseId);
        if (!entry.state().isUndecided()) {
            return;
        }
        suspending.endWithCase(entry);
        store.end(caseId, BlacklistState.CLOSED, null);
        files.close(caseId, BlacklistState.CLOSED.name(), "blacklistClosed");
        events.publishEvent(event("blacklist.closed", entry).with("closedFor", entry.closedFor()));
    }

    /** The appeal was upheld: the supplier is again what it was. */
    public void revoke(CaseId caseId) {
        files.lock(caseId);
        var entry = store.get(caseId);
        if (!entry.state().isInForce()) {
            return;
        }
        store.lockSupplier(entry.supplier());
        store.end(caseId, BlacklistState.REVOKED, "APPEAL_UPHELD");
        bars.lower(entry.supplier());
        aftermath.endLifting(entry);
        aftermath.endReviews(entry);
        files.close(caseId, BlacklistState.REVOKED.name(), "blacklistRevoked");
        events.publishEvent(event("blacklist.revoked", entry));
    }

    /**
     * The term is over: the supplier may be admitted anew, which shows what the review has said of it. No ban outlasts its
     * term because its appeal is not decided; such an entry does not count against the supplier later.
     */
    public void expire(CaseId caseId) {
        files.lock(caseId);
        var entry = store.get(caseId);
        if (!entry.state().isInForce()) {
            return;
        }
        store.lockSupplier(entry.supplier());
        var undecided = entry.state() == BlacklistState.APPEALED ? "APPEAL_UNDECIDED" : null;
        store.end(caseId, BlacklistState.EXPIRED, undecided);
        bars.lower(entry.supplier(), Bars.TO_BE_ADMITTED);
        aftermath.endLifting(entry);
        aftermath.endReviews(entry);
        files.close(caseId, BlacklistState.EXPIRED.name(), "blacklistExpired");
        events.publishEvent(event("blacklist.expired", entry)
                .with("conditionsMet", entry.conditionsMet())
                .with("closedFor", undecided));
    }

    /** The review of the entry's n-th related party, from 0. */
    public UUID nthRelated(CaseId caseId, int place) {
        return related.of(caseId).get(place).id();
    }

    private Auditable event(String action, Entry entry) {
        return Auditable.of(action, entry.caseId(), null, entry.subject())
                .with("supplier", suppliers.get(entry.supplier()).name());
    }
}
