package org.sluice.admission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.sluice.blacklist.Blacklist;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.rulebook.Parameters;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.rules.facts.Licences;
import org.sluice.shared.Auditable;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the house itself does in a supplier's admission; each of it may be done again and then changes nothing. */
@Service
public class SupplierAdmission {

    /** Of a supplier that no admission makes better: that takes the verb which made it so. */
    private static final Set<String> KEPT = Set.of("BLACKLISTED", "SUSPENDED", "RESTRICTED");

    /** Why an admission was refused that was good in itself: a key of words. */
    private static final String BARRED = "BARRED";

    private static final int NO_TEST = 0;

    private final AdmissionStore store;
    private final Admissions admissions;
    private final Blacklist blacklist;
    private final SupplierDossier dossier;
    private final Findings findings;
    private final FindingReviews reviews;
    private final RuleQuestions rules;
    private final Parameters parameters;
    private final SupplierRegister suppliers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SupplierAdmission(
            AdmissionStore store,
            Admissions admissions,
            Blacklist blacklist,
            SupplierDossier dossier,
            Findings findings,
            FindingReviews reviews,
            RuleQuestions rules,
            Parameters parameters,
            SupplierRegister suppliers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.admissions = admissions;
        this.blacklist = blacklist;
        this.dossier = dossier;
        this.findings = findings;
        this.reviews = reviews;
        this.rules = rules;
        this.parameters = parameters;
        this.suppliers = suppliers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks the rules about the dossier of the present round and keeps what they found.
     *
     * @return how many reviews are asked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int screen(CaseId caseId) {
        var admission = store.open(caseId, AdmissionKind.SUPPLIER);
        if (!findings.areKept(admission, NO_TEST)) {
            var facts = dossier.facts(admission);
            var evaluation = rules.ask(caseId, "screenSupplier", facts);
            var level = facts.supply().jrLevel();
            store.important(
                    admission,
                    Boolean.TRUE.equals(facts.undertakings().importantOutsourcing())
                            || (level != null && level >= parameters.whole("important.jrLevel")));
            var asked = findings.keep(
                    admission,
                    NO_TEST,
                    evaluation,
                    Boolean.TRUE.equals(facts.organisation().actsByLaw()),
                    Role.SUPPLIER_REVIEWER);
            events.publishEvent(event("admission.screened", admission)
                    .with("findings", evaluation.findings().size())
                    .with("reviews", asked));
        }
        return reviews.asked(admission).size();
    }

    /**
     * The supplier is admitted, with the conditions of the reviews, for as long as the table said, and no longer than the
     * permits hold that the dossier names.
     *
     * @return false when it was suspended or blacklisted in the meantime, and so is refused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean admit(CaseId caseId) {
        var admission = store.last(caseId, AdmissionKind.SUPPLIER);
        if (!admission.isOpen()) {
            return admission.state() == Admission.State.ADMITTED;
        }
        if (Admissions.BARRED.contains(suppliers.get(admission.subject()).state())) {
            store.reason(admission, BARRED);
            refuse(caseId);
            return false;
        }
        var months = admission.validityMonths();
        if (months == null || months <= 0) {
            throw new IllegalStateException("Admission " + admission.id() + " has no validity");
        }
        var today = WorkingDays.today(clock);
        var until = earliest(today.plusMonths(months), dossier.facts(admission).licences());
        reviews.imposeConditions(admission);
        store.end(admission, Admission.State.ADMITTED, until);
        var supplier = suppliers.get(admission.subject());
        suppliers.admitted(supplier.id(), today, until);
        if (!KEPT.contains(supplier.state()) && !supplier.state().equals("PREFERRED")) {
            suppliers.state(supplier.id(), "QUALIFIED");
        }
        events.publishEvent(event("admission.granted", admission)
                .with("outcome", admission.outcome())
                .with("validUntil", until.toString()));
        return true;
    }

    /** Domain section 2.4: until the licence or authorization ends, whichever is first; one that is not held ends nothing. */
    private static LocalDate earliest(LocalDate until, Licences licences) {
        var permit = Boolean.TRUE.equals(licences.holdsPermit()) ? licences.creditPermitValidTo() : null;
        var authorization =
                Boolean.TRUE.equals(licences.publicDataAuthorized()) ? licences.publicDataAuthValidTo() : null;
        return Stream.of(until, permit, authorization)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * The supplier is not admitted. One that is suspended meanwhile is what this makes of it once its suspension ends; where
     * nothing but the suspension stood against it, that is what it was before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(CaseId caseId) {
        var admission = store.last(caseId, AdmissionKind.SUPPLIER);
        if (!admission.isOpen()) {
            return;
        }
        store.end(admission, Admission.State.REFUSED, null);
        if (BARRED.equals(admission.reason())) {
            admissions.giveBack(admission);
        } else if (!KEPT.contains(blacklist.unbarred(admission.subject()))) {
            blacklist.settle(admission.subject(), "REJECTED");
        }
        events.publishEvent(event("admission.refused", admission).with("outcome", admission.reason()));
    }

    private Auditable event(String action, Admission admission) {
        var supplier = suppliers.get(admission.subject());
        return Auditable.of(action, admission.caseId(), null, "supplier " + supplier.code())
                .with("supplier", supplier.name());
    }
}
