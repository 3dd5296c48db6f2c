package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.admission.Admissions;
import org.sluice.budget.Budget;
import org.sluice.intake.Deadlines;
import org.sluice.intake.ReviewSteps;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.process.procurement.RegisterContract;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Procurement registers the signed contract; the money is committed, and nobody takes the requirement back any more. */
@Component
class RegisterContractForm implements TaskForm<RegisterContract> {

    private final Purchases purchases;
    private final PurchaseStore store;
    private final OfferStore offers;
    private final ContractStore contracts;
    private final ReviewSteps reviews;
    private final Admissions admissions;
    private final Budget budget;
    private final Parameters parameters;
    private final WorkingDays workingDays;
    private final Deadlines deadlines;
    private final Clock clock;

    RegisterContractForm(
            Purchases purchases,
            PurchaseStore store,
            OfferStore offers,
            ContractStore contracts,
            ReviewSteps reviews,
            Admissions admissions,
            Budget budget,
            Parameters parameters,
            WorkingDays workingDays,
            Deadlines deadlines,
            Clock clock) {
        this.purchases = purchases;
        this.store = store;
        this.offers = offers;
        this.contracts = contracts;
        this.reviews = reviews;
        this.admissions = admissions;
        this.budget = budget;
        this.parameters = parameters;
        this.workingDays = workingDays;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String key() {
        return ProcurementProcess.Task.REGISTER_CONTRACT;
    }

    @Override
    public Class<RegisterContract> body() {
        return RegisterContract.class;
    }

    @Override
    public RegisterContract example(CaseId caseId) {
        var purchase = store.get(caseId);
        return new RegisterContract(
                purchase.number().replace("PUR", "CON"),
                today(),
                today(),
                today().plusMonths(offers.taken(caseId).contractMonths()),
                new BigDecimal("0.95"),
                purchase.supervisorReport() ? latestReport() : null);
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return offers.taken(caseId).called();
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, ProcurementProcess.Task.APPROVE_CONTRACT);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.own("procurement.contract.due", asked);
    }

    /** Before the report and the day of signature are both known nothing is said of the one in time for the other. */
    @Override
    public void lookUp(CaseId caseId, RegisterContract body, Problems problems) {
        var contractNo = body.contractNo();
        if (contractNo != null) {
            problems.when(contracts.isTaken(contractNo), "contractNo", "contractNoTaken", contractNo);
        }
        var signed = body.signedOn();
        if (signed != null) {
            problems.when(signed.isAfter(today()), "signedOn", "signedInFuture", today())
                    .when(signed.isBefore(approvedOn(caseId)), "signedOn", "signedBeforeApproval", approvedOn(caseId))
                    .when(
                            store.get(caseId).supervisorReport()
                                    && !isReportedInTime(body.supervisorReportedOn(), signed),
                            "supervisorReportedOn",
                            "supervisorFirst",
                            reportDays());
        }
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, RegisterContract body) {
        var purchase = purchases.open(caseId);
        var offer = offers.taken(caseId);
        var contractNo = Objects.requireNonNull(body.contractNo());
        admissions.requireStanding(offer.supplier(), Objects.requireNonNull(offer.product()));
        var problems = new Problems();
        lookUp(caseId, body, problems);
        problems.orThrow();
        contracts.insert(purchase, offer, body, actor.id());
        store.state(caseId, Purchase.State.CONTRACTED);
        budget.commit(caseId, offer.amount());
        purchases.publish(
                "purchase.contractSigned",
                purchase,
                actor,
                details(
                        "contractNo",
                        contractNo,
                        "supplier",
                        offer.supplierName(),
                        "amount",
                        offer.amount().amount(),
                        "until",
                        String.valueOf(body.endsOn()),
                        "promisedHitRate",
                        body.promisedHitRate()));
        return Flags.NONE;
    }

    private LocalDate approvedOn(CaseId caseId) {
        return reviews.lastAnswer(caseId, ReviewSteps.Round.CONTRACT)
                .map(at -> at.atZone(WorkingDays.ZONE).toLocalDate())
                .orElse(LocalDate.MIN);
    }

    private boolean isReportedInTime(@Nullable LocalDate reported, LocalDate signed) {
        return reported != null && !earliestSignature(reported).isAfter(signed);
    }

    private LocalDate earliestSignature(LocalDate reported) {
        var start = reported.atStartOfDay(WorkingDays.ZONE).toInstant();
        return workingDays.after(start, reportDays()).atZone(WorkingDays.ZONE).toLocalDate();
    }

    /** The last day on which a report is in time for a signature today. */
    private LocalDate latestReport() {
        var day = today().minusDays(reportDays());
        while (earliestSignature(day).isAfter(today())) {
            day = day.minusDays(1);
        }
        return day;
    }

    private int reportDays() {
        return parameters.whole("procurement.supervisorReport.days");
    }

    private LocalDate today() {
        return WorkingDays.today(clock);
    }
}
