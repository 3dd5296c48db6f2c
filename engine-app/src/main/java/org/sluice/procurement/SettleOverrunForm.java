package org.sluice.procurement;

import static org.sluice.shared.Details.details;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sluice.budget.Budget;
import org.sluice.budget.BudgetLine;
import org.sluice.intake.Deadlines;
import org.sluice.intake.SourcingRequests;
import org.sluice.process.CaseId;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.procurement.OverrunChoice;
import org.sluice.process.procurement.ProcurementProcess;
import org.sluice.process.procurement.SettleOverrun;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFiles;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** Finance raises the reservation, has the offers negotiated again, or refuses. */
@Component
class SettleOverrunForm implements TaskForm<SettleOverrun> {

    private final Purchases purchases;
    private final OfferStore offers;
    private final SourcingRequests requests;
    private final Budget budget;
    private final Deadlines deadlines;

    SettleOverrunForm(
            Purchases purchases, OfferStore offers, SourcingRequests requests, Budget budget, Deadlines deadlines) {
        this.purchases = purchases;
        this.offers = offers;
        this.requests = requests;
        this.budget = budget;
        this.deadlines = deadlines;
    }

    @Override
    public String key() {
        return ProcurementProcess.Task.SETTLE_OVERRUN;
    }

    @Override
    public Class<SettleOverrun> body() {
        return SettleOverrun.class;
    }

    @Override
    public SettleOverrun example(CaseId caseId) {
        var bearable = line(caseId)
                .filter(line -> line.available().compareTo(gap(caseId)) >= 0)
                .isPresent();
        return bearable
                ? new SettleOverrun(OverrunChoice.RAISE, "The line bears it.")
                : new SettleOverrun(OverrunChoice.NEGOTIATE, "No line bears it: ask for better prices.");
    }

    @Override
    public LocalText subject(CaseId caseId) {
        return offers.taken(caseId).called();
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(CaseFiles.INITIATE, ProcurementProcess.Task.CHOOSE_OFFER);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return deadlines.own("procurement.overrun.due", asked);
    }

    /** What is offered, what is reserved, the gap, and what the line has left. */
    @Override
    public List<Figure> figures(CaseId caseId) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("offered", null, offers.taken(caseId).amount()));
        figures.add(new Figure("reserved", null, budget.held(caseId)));
        figures.add(new Figure("gap", null, gap(caseId)));
        line(caseId).ifPresent(line -> figures.add(new Figure("available", line.name(), line.available())));
        return figures;
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, SettleOverrun body) {
        var purchase = purchases.open(caseId);
        var choice = Objects.requireNonNull(body.choice());
        switch (choice) {
            case RAISE -> {
                raise(caseId);
                purchases.publish("purchase.budgetRaised", purchase, actor, details("comment", body.comment()));
            }
            case NEGOTIATE ->
                purchases.publish("purchase.negotiatedAgain", purchase, actor, details("comment", body.comment()));
            case REFUSE -> {
                purchases.publish("purchase.overrunRefused", purchase, actor, details("comment", body.comment()));
                purchases.reject(purchase, "refusedForOverrun", body.comment());
            }
        }
        return Flags.of(ProcurementProcess.BUDGET_RAISED, choice == OverrunChoice.RAISE)
                .and(ProcurementProcess.NEGOTIATE_AGAIN, choice == OverrunChoice.NEGOTIATE);
    }

    /** On the line that bears the case already, else on the one that its source names. */
    private void raise(CaseId caseId) {
        var offered = offers.taken(caseId).amount();
        var borne = budget.holds(caseId)
                ? budget.raise(caseId, offered)
                : line(caseId)
                        .map(line -> budget.preCommit(caseId, line.code(), offered))
                        .orElse(false);
        if (!borne) {
            throw new Invalid(List.of(new FieldProblem("choice", "lineCannotBear", gap(caseId))));
        }
    }

    private Money gap(CaseId caseId) {
        return offers.taken(caseId).amount().plus(budget.held(caseId).negated());
    }

    private Optional<BudgetLine> line(CaseId caseId) {
        var own = budget.lineOf(caseId);
        if (own.isPresent()) {
            return own;
        }
        var wish = requests.wish(caseId);
        return budget.lineFor(
                Objects.requireNonNull(wish.form().budgetSource()), wish.form().businessLine(), wish.unit());
    }
}
