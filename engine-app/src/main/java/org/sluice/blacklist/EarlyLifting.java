package org.sluice.blacklist;

import java.util.Objects;
import java.util.Set;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.blacklist.BlacklistListingProcess;
import org.sluice.process.blacklist.ProposeLifting;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends an entry before its term, where the table of liftings allows it and two people approve. */
@Service
public class EarlyLifting {

    /** The step of whoever proposed a lifting. */
    static final String PROPOSE_LIFTING = "proposeLifting";

    private static final Set<Role> PROPOSE = Set.of(Role.COMPLIANCE, Role.PROCUREMENT, Role.SUPPLIER_REVIEWER);

    private final EntryStore store;
    private final Liftings liftings;
    private final Bars bars;
    private final Aftermath aftermath;
    private final BlacklistStart start;
    private final SupplierRegister suppliers;
    private final CaseFiles files;
    private final Access access;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    EarlyLifting(
            EntryStore store,
            Liftings liftings,
            Bars bars,
            Aftermath aftermath,
            BlacklistStart start,
            SupplierRegister suppliers,
            CaseFiles files,
            Access access,
            Flow flow,
            ApplicationEventPublisher events) {
        this.store = store;
        this.liftings = liftings;
        this.bars = bars;
        this.aftermath = aftermath;
        this.start = start;
        this.suppliers = suppliers;
        this.files = files;
        this.access = access;
        this.flow = flow;
        this.events = events;
    }

    public boolean mayPropose(Actor actor) {
        return PROPOSE.stream().anyMatch(role -> access.acts(actor, role, UnitCode.HEAD_OFFICE));
    }

    /**
     * Asks for the entry to be ended before its term.
     *
     * @throws NotPermitted when the person proposes no liftings
     * @throws Conflict when the entry is not in force, its appeal is open, or a lifting is proposed already
     */
    @Transactional
    public void propose(Actor actor, CaseId caseId, ProposeLifting body) {
        if (!mayPropose(actor)) {
            throw new NotPermitted("proposeLifting");
        }
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.EFFECTIVE);
        if (liftings.open(caseId).isPresent()) {
            throw new Conflict("liftingOpen", entry.number());
        }
        liftings.open(caseId, Objects.requireNonNull(body.grounds()), actor.id());
        files.participate(caseId, PROPOSE_LIFTING, actor.id());
        events.publishEvent(Auditable.of("blacklist.liftingProposed", caseId, actor, entry.subject())
                .with("supplier", suppliers.get(entry.supplier()).name())
                .with("grounds", body.grounds()));
        start.lifting(caseId);
    }

    /** Both have approved: the entry ends, and the supplier may be admitted anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lift(CaseId caseId) {
        files.lock(caseId);
        var entry = store.get(caseId);
        if (!entry.state().isInForce()) {
            // its term ended, or an appeal was upheld, while this was decided
            leave(caseId);
            return;
        }
        store.lockSupplier(entry.supplier());
        liftings.open(caseId).ifPresent(lifting -> liftings.end(lifting, true));
        store.end(caseId, BlacklistState.LIFTED, "LIFTED_EARLY");
        bars.lower(entry.supplier(), Bars.TO_BE_ADMITTED);
        aftermath.endReviews(entry);
        files.close(caseId, BlacklistState.LIFTED.name(), "blacklistLifted");
        flow.send(BlacklistListingProcess.Message.LISTING_LIFTED, caseId);
        events.publishEvent(Auditable.of("blacklist.lifted", caseId, null, entry.subject())
                .with("supplier", suppliers.get(entry.supplier()).name()));
    }

    /** The entry stays in force. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(CaseId caseId) {
        liftings.open(caseId).ifPresent(lifting -> {
            liftings.end(lifting, false);
            events.publishEvent(Auditable.of(
                    "blacklist.liftingRefused", caseId, null, store.get(caseId).subject()));
        });
    }
}
