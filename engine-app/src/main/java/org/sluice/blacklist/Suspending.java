package org.sluice.blacklist;

import java.util.List;
import java.util.Objects;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.Invalid;
import org.sluice.process.NotPermitted;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.process.blacklist.EndSuspension;
import org.sluice.process.blacklist.SupplierSuspensionProcess;
import org.sluice.process.blacklist.SuspendSupplier;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Suspends a supplier for a while, from the proposal until its case is decided at the latest. */
@Service
public class Suspending {

    /** The step of whoever signed a suspension. */
    static final String SUSPEND_SUPPLIER = "suspendSupplier";

    private final EntryStore store;
    private final Suspensions suspensions;
    private final Bars bars;
    private final BlacklistStart start;
    private final SupplierRegister suppliers;
    private final CaseFiles files;
    private final Parameters parameters;
    private final Access access;
    private final Flow flow;
    private final ApplicationEventPublisher events;

    Suspending(
            EntryStore store,
            Suspensions suspensions,
            Bars bars,
            BlacklistStart start,
            SupplierRegister suppliers,
            CaseFiles files,
            Parameters parameters,
            Access access,
            Flow flow,
            ApplicationEventPublisher events) {
        this.store = store;
        this.suspensions = suspensions;
        this.bars = bars;
        this.start = start;
        this.suppliers = suppliers;
        this.files = files;
        this.parameters = parameters;
        this.access = access;
        this.flow = flow;
        this.events = events;
    }

    public boolean maySuspend(Actor actor) {
        return access.acts(actor, Role.COMPLIANCE, UnitCode.HEAD_OFFICE)
                || access.acts(actor, Role.CHIEF_COMPLIANCE_OFFICER, UnitCode.HEAD_OFFICE);
    }

    /**
     * Nothing new is ordered from the supplier until that day, or until its case is decided.
     *
     * @throws NotPermitted when the person does not sign suspensions
     * @throws Conflict when the case is decided, a suspension is open in it, or the person has proposed the entry
     */
    @Transactional
    public void suspend(Actor actor, CaseId caseId, SuspendSupplier body) {
        requireSigner(actor);
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        files.lock(caseId);
        var entry = store.get(caseId);
        entry.mustBe(BlacklistState.PROPOSED, BlacklistState.INVESTIGATING, BlacklistState.NOTICED);
        files.requireOtherEyes(caseId, List.of(CaseFiles.INITIATE), actor.id());
        if (suspensions.open(caseId).isPresent()) {
            throw new Conflict("suspendedAlready");
        }
        var endsOn = Objects.requireNonNull(body.endsOn());
        var last = store.today().plusDays(parameters.whole("blacklist.suspension.maxDays"));
        new Problems()
                .when(!endsOn.isAfter(store.today()), "endsOn", "suspensionTooShort")
                .when(endsOn.isAfter(last), "endsOn", "suspensionTooLong", last)
                .orThrow();
        store.lockSupplier(entry.supplier());
        suspensions.sign(caseId, entry.supplier(), Objects.requireNonNull(body.reason()), actor.id(), endsOn);
        files.participate(caseId, SUSPEND_SUPPLIER, actor.id());
        bars.raise(entry.supplier());
        start.suspension(caseId, endsOn);
        events.publishEvent(Auditable.of("blacklist.suspended", caseId, actor, entry.subject())
                .with("supplier", suppliers.get(entry.supplier()).name())
                .with("until", endsOn.toString())
                .with("reason", body.reason()));
        events.publishEvent(new SupplierSuspended(entry.supplier(), caseId, endsOn));
    }

    /** @throws Conflict when no suspension is open in the case */
    @Transactional
    public void end(Actor actor, CaseId caseId, EndSuspension body) {
        requireSigner(actor);
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        files.lock(caseId);
        if (!end(store.get(caseId))) {
            throw new Conflict("notSuspended");
        }
        flow.send(SupplierSuspensionProcess.Message.SUSPENSION_ENDED, caseId);
        events.publishEvent(Auditable.of(
                        "blacklist.suspensionEnded",
                        caseId,
                        actor,
                        store.get(caseId).subject())
                .with("reason", body.reason()));
    }

    /** Its time is over; done again nothing changes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void runOut(CaseId caseId) {
        files.lock(caseId);
        var entry = store.get(caseId);
        if (end(entry)) {
            events.publishEvent(Auditable.of("blacklist.suspensionRanOut", caseId, null, entry.subject()));
        }
    }

    /** The case is decided: what was suspended meanwhile is so no more. */
    void endWithCase(Entry entry) {
        if (end(entry)) {
            flow.send(SupplierSuspensionProcess.Message.SUSPENSION_ENDED, entry.caseId());
        }
    }

    private boolean end(Entry entry) {
        var open = suspensions.open(entry.caseId());
        open.ifPresent(suspension -> {
            store.lockSupplier(entry.supplier());
            suspensions.end(suspension);
            bars.lower(entry.supplier());
            events.publishEvent(new SuspensionEnded(entry.supplier(), entry.caseId()));
        });
        return open.isPresent();
    }

    private void requireSigner(Actor actor) {
        if (!maySuspend(actor)) {
            throw new NotPermitted("suspendSupplier");
        }
    }
}
