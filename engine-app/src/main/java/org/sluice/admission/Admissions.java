package org.sluice.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.blacklist.Blacklist;
import org.sluice.blacklist.SupplierListed;
import org.sluice.catalog.ProductRegister;
import org.sluice.catalog.SupplierRegister;
import org.sluice.privacy.MatchTests;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.Auditable;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flow;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens and cancels admissions, and tells whether one is needed; for whoever buys. */
@Service
public class Admissions {

    static final String UNDER_REVIEW = "UNDER_REVIEW";

    private static final String POTENTIAL = "POTENTIAL";

    /**
     * In these an earlier admission is enough to order more. A restricted supplier delivers what is in use; whatever else
     * is ordered from it needs an admission of its own, which does not lift the restriction.
     */
    private static final Set<String> GOOD = Set.of("QUALIFIED", "PREFERRED");

    /** With these the bank binds itself no more, whatever an earlier admission said. */
    static final Set<String> BARRED = Set.of("BLACKLISTED", "SUSPENDED");

    /** Why an admission was stopped: a key of words. */
    private static final String BLACKLISTED = "BLACKLISTED";

    private static final Set<String> ADMITTED = Set.of("ADMITTED", "CONDITIONALLY_ADMITTED");

    /** Out of these a review takes it; in all others it stays what it is until the verdict. */
    private static final Set<String> OUTSIDE = Set.of("POTENTIAL", "REJECTED", "EXITED");

    private final AdmissionStore store;
    private final SupplierRegister suppliers;
    private final ProductRegister products;
    private final MatchTests matchTests;
    private final Blacklist blacklist;
    private final CaseFiles files;
    private final Flow flow;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Admissions(
            AdmissionStore store,
            SupplierRegister suppliers,
            ProductRegister products,
            MatchTests matchTests,
            Blacklist blacklist,
            CaseFiles files,
            Flow flow,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.suppliers = suppliers;
        this.products = products;
        this.matchTests = matchTests;
        this.blacklist = blacklist;
        this.files = files;
        this.flow = flow;
        this.clock = clock;
        this.events = events;
    }

    /** Until when the supplier's admission holds, today or later; empty when it has none that holds. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> supplierValidUntil(UUID supplier) {
        var registered = suppliers.get(supplier);
        var today = WorkingDays.today(clock);
        return Optional.ofNullable(registered.admissionEndsOn())
                .filter(ends -> !ends.isBefore(today) && GOOD.contains(registered.state()));
    }

    /** Whether the case's last admission of the supplier ended with a refusal. */
    @Transactional(readOnly = true)
    public boolean isRefused(CaseId caseId, UUID supplier) {
        return store.ofCase(caseId).stream()
                .filter(admission -> admission.kind() == AdmissionKind.SUPPLIER
                        && admission.subject().equals(supplier))
                .findFirst()
                .filter(admission -> admission.state() == Admission.State.REFUSED)
                .isPresent();
    }

    /** Whether the supplier's last admission found that it is important outsourcing, or that its data is important. */
    @Transactional(readOnly = true)
    public boolean isImportant(UUID supplier) {
        return store.isImportant(supplier);
    }

    /**
     * Whether the bank may bind itself now: approvals can take longer than an admission holds.
     *
     * @throws Conflict when the admission of the supplier or of the product has ended, or the supplier is barred
     */
    @Transactional(readOnly = true)
    public void requireStanding(UUID supplier, UUID product) {
        var today = WorkingDays.today(clock);
        var delivers = suppliers.get(supplier);
        if (BARRED.contains(delivers.state()) || hasEnded(delivers.admissionEndsOn(), today)) {
            throw new Conflict("supplierNotAdmitted", delivers.name());
        }
        var bought = products.get(product);
        if (!ADMITTED.contains(bought.state()) || hasEnded(bought.admissionEndsOn(), today)) {
            throw new Conflict("productNotAdmitted", bought.name());
        }
    }

    private static boolean hasEnded(@Nullable LocalDate endsOn, LocalDate today) {
        return endsOn == null || endsOn.isBefore(today);
    }

    /**
     * Opens the next turn of a supplier's admission in a case; one that is open already is that turn.
     *
     * @return the admission
     * @throws Conflict when another supplier's admission is open in the case, or the supplier is on the blacklist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID openSupplier(CaseId caseId, UUID supplier) {
        files.lock(caseId);
        var open = store.findOpen(caseId, AdmissionKind.SUPPLIER);
        if (open.isPresent()) {
            if (!open.get().subject().equals(supplier)) {
                throw new Conflict("admissionOfAnother");
            }
            return open.get().id();
        }
        blacklist.requireUnlisted(supplier);
        var registered = suppliers.get(supplier);
        var before = blacklist.unbarred(supplier);
        var id = store.open(caseId, AdmissionKind.SUPPLIER, supplier, null, before);
        if (OUTSIDE.contains(before)) {
            blacklist.settle(supplier, UNDER_REVIEW);
        }
        events.publishEvent(Auditable.of("admission.opened", caseId, null, "supplier " + registered.code())
                .with("supplier", registered.name()));
        return id;
    }

    /**
     * Opens the next turn of a product's admission in a case; one that is open already is that turn.
     *
     * @return the admission
     * @throws Conflict when another product's admission is open in the case, or its supplier is on the blacklist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID openProduct(CaseId caseId, UUID product) {
        files.lock(caseId);
        var open = store.findOpen(caseId, AdmissionKind.PRODUCT);
        if (open.isPresent()) {
            if (!open.get().subject().equals(product)) {
                throw new Conflict("admissionOfAnother");
            }
            return open.get().id();
        }
        var registered = products.get(product);
        blacklist.requireUnlisted(registered.supplier());
        var id = store.open(caseId, AdmissionKind.PRODUCT, registered.supplier(), product, registered.state());
        products.review(product);
        events.publishEvent(Auditable.of("admission.opened", caseId, null, "product " + registered.code())
                .with("product", registered.name()));
        return id;
    }

    /**
     * Ends what is open in the case, match tests included; supplier and product are again what they were, unless another
     * case reviews them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(CaseId caseId) {
        files.lock(caseId);
        store.findOpen(caseId, AdmissionKind.SUPPLIER).ifPresent(this::cancelSupplier);
        store.findOpen(caseId, AdmissionKind.PRODUCT).ifPresent(this::cancelProduct);
    }

    /** Whether an admission about this supplier or one of its products is open in the case. */
    @Transactional(readOnly = true)
    public boolean isOpen(CaseId caseId, UUID supplier) {
        return store.openAbout(supplier).stream()
                .anyMatch(admission -> admission.caseId().equals(caseId));
    }

    /**
     * The supplier is on the blacklist: what is open about it and its products is refused, and whoever has called for
     * the admission goes on without it. Procurement hears of it before, so that it knows what it waits for.
     */
    @EventListener
    @Order(2)
    void on(SupplierListed event) {
        store.openAbout(event.supplier()).forEach(this::stop);
    }

    private void stop(Admission admission) {
        files.lock(admission.caseId());
        store.reason(admission, BLACKLISTED);
        store.end(admission, Admission.State.REFUSED, null);
        if (admission.kind() == AdmissionKind.PRODUCT) {
            matchTests.cancel(admission.caseId());
            products.refused(admission.subject());
            flow.send(DataAdmissionProcess.Message.DATA_ADMISSION_BARRED, admission.caseId());
            var product = products.get(admission.subject());
            events.publishEvent(Auditable.of("admission.stopped", admission.caseId(), null, "product " + product.code())
                    .with("product", product.name())
                    .with("outcome", BLACKLISTED));
        } else {
            flow.send(SupplierAdmissionProcess.Message.SUPPLIER_ADMISSION_BARRED, admission.caseId());
            var supplier = suppliers.get(admission.subject());
            events.publishEvent(
                    Auditable.of("admission.stopped", admission.caseId(), null, "supplier " + supplier.code())
                            .with("supplier", supplier.name())
                            .with("outcome", BLACKLISTED));
        }
    }

    /**
     * The engine has stopped an admission; that was settled when the supplier was listed.
     *
     * @throws Conflict when nobody was listed: a message alone stops nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void acknowledgeStop(CaseId caseId, AdmissionKind kind) {
        var admission = store.last(caseId, kind);
        if (admission.isOpen() || !BLACKLISTED.equals(admission.reason())) {
            throw new Conflict("noOpenAdmission");
        }
    }

    private void cancelProduct(Admission admission) {
        store.end(admission, Admission.State.CANCELLED, null);
        matchTests.cancel(admission.caseId());
        var registered = products.get(admission.subject());
        if (!store.isOpenElsewhere(admission)) {
            products.leave(registered.id(), admission.stateBefore());
        }
        events.publishEvent(
                Auditable.of("admission.cancelled", admission.caseId(), null, "product " + registered.code())
                        .with("product", registered.name()));
    }

    private void cancelSupplier(Admission admission) {
        store.end(admission, Admission.State.CANCELLED, null);
        giveBack(admission);
        var registered = suppliers.get(admission.subject());
        events.publishEvent(
                Auditable.of("admission.cancelled", admission.caseId(), null, "supplier " + registered.code())
                        .with("supplier", registered.name()));
    }

    /**
     * A supplier's admission has come to nothing without a verdict: the supplier is again what it was before, at once or
     * when its suspension ends, unless another case reviews it.
     */
    void giveBack(Admission admission) {
        if (blacklist.unbarred(admission.subject()).equals(UNDER_REVIEW) && !store.isOpenElsewhere(admission)) {
            var before = admission.stateBefore();
            // reviewed by two cases at once, of which this is the last, it was under review before as well
            blacklist.settle(admission.subject(), UNDER_REVIEW.equals(before) ? POTENTIAL : before);
        }
    }
}
