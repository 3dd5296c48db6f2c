package org.sluice.admission;

import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sluice.admission.ProductDossiers.Field;
import org.sluice.catalog.ProductRegister;
import org.sluice.process.CaseId;
import org.sluice.process.Role;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.rulebook.RuleQuestions;
import org.sluice.shared.Auditable;
import org.sluice.shared.Flags;
import org.sluice.shared.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the house itself does in a product's admission; each of it may be done again and then changes nothing. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ProductAdmission {

    private static final String CONDITIONALLY_ADMITTED = "CONDITIONALLY_ADMITTED";

    private final AdmissionStore store;
    private final ProductDossiers dossiers;
    private final ProductFacts facts;
    private final Findings findings;
    private final FindingReviews reviews;
    private final RuleQuestions rules;
    private final ProductTests tests;
    private final Parameters parameters;
    private final ProductRegister products;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProductAdmission(
            AdmissionStore store,
            ProductDossiers dossiers,
            ProductFacts facts,
            Findings findings,
            FindingReviews reviews,
            RuleQuestions rules,
            ProductTests tests,
            Parameters parameters,
            ProductRegister products,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.dossiers = dossiers;
        this.facts = facts;
        this.findings = findings;
        this.reviews = reviews;
        this.rules = rules;
        this.tests = tests;
        this.parameters = parameters;
        this.products = products;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Asks the rules about the dossier of the present round, and again once the tester has reported, and keeps what they
     * found; no body acts by law here.
     */
    public Flags screen(CaseId caseId) {
        var admission = store.open(caseId, AdmissionKind.PRODUCT);
        var subject = dossiers.open(caseId);
        int heard =
                tests.reported(admission.id()).map(ProductTests.Attempt::number).orElse(0);
        if (!findings.areKept(admission, heard)) {
            var evaluation = rules.ask(caseId, "screenProduct", facts.of(caseId));
            var asked = findings.keep(admission, heard, evaluation, false, Role.DATA_STEWARD);
            events.publishEvent(event("admission.screened", admission)
                    .with("findings", evaluation.findings().size())
                    .with("reviews", asked));
        }
        long asked = reviews.asked(admission).size();
        return Flags.of(DataAdmissionProcess.REVIEWS_WANTED, asked > 0)
                .and(DataAdmissionProcess.REVIEW_COUNT, asked)
                .and(DataAdmissionProcess.FIELD_COUNT, (long)
                        dossiers.fields(subject).size());
    }

    /** The product is admitted, with the conditions of the reviews, for as long as the table said and its source may give it. */
    public Flags admit(CaseId caseId) {
        var admission = store.last(caseId, AdmissionKind.PRODUCT);
        var conditional = CONDITIONALLY_ADMITTED.equals(admission.outcome());
        if (admission.isOpen()) {
            admit(admission, conditional);
        }
        return Flags.of(DataAdmissionProcess.ADMITTED, true).and(DataAdmissionProcess.CONDITIONAL, conditional);
    }

    private void admit(Admission admission, boolean conditional) {
        var months = admission.validityMonths();
        if (months == null || months <= 0) {
            throw new IllegalStateException("Admission " + admission.id() + " has no validity");
        }
        var subject = dossiers.open(admission.caseId());
        var use = dossiers.use(subject);
        var personal = subject.containsPersonalInfo()
                || dossiers.fields(subject).stream().anyMatch(Field::personal);
        var today = WorkingDays.today(clock);
        // domain section 2.4: until the authorization of the source ends, whichever is first
        var until = Stream.concat(Stream.of(today.plusMonths(months)), facts.authorizedUntil(subject).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        store.important(admission, use.level() >= parameters.whole("important.jrLevel"));
        reviews.imposeConditions(admission);
        if (conditional) {
            tests.imposeCondition(
                    admission.id(),
                    parameters.number("admission.test.highPercent"),
                    today.plusDays(parameters.whole("admission.condition.maxDays")));
        }
        store.end(admission, Admission.State.ADMITTED, until);
        products.admitted(
                subject.product(),
                new ProductRegister.Admitted(
                        conditional, use.level(), personal, String.valueOf(use.technique()), today, until));
        events.publishEvent(event("admission.granted", admission)
                .with("outcome", admission.outcome())
                .with("jrLevel", use.level())
                .with("technique", use.technique())
                .with("validUntil", until.toString()));
    }

    /** The product is not admitted. */
    public Flags refuse(CaseId caseId) {
        var admission = store.last(caseId, AdmissionKind.PRODUCT);
        if (admission.isOpen()) {
            store.end(admission, Admission.State.REFUSED, null);
            products.refused(admission.subject());
            events.publishEvent(event("admission.refused", admission).with("outcome", admission.reason()));
        }
        return Flags.of(DataAdmissionProcess.ADMITTED, false).and(DataAdmissionProcess.CONDITIONAL, false);
    }

    private Auditable event(String action, Admission admission) {
        var product = products.get(admission.subject());
        return Auditable.of(action, admission.caseId(), null, "product " + product.code())
                .with("product", product.name());
    }
}
