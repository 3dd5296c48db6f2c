package org.sluice.exit;

import static org.sluice.shared.Details.details;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sluice.process.CaseId;
import org.sluice.process.Problems;
import org.sluice.process.exit.CompareProducts;
import org.sluice.process.exit.DataExitProcess;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.Actor;
import org.sluice.shared.Flags;
import org.sluice.shared.TaskForm;
import org.sluice.shared.Term;
import org.springframework.stereotype.Component;

/** The tester ends the parallel run with figures within the limits, or says that the replacement does not fit. */
@Component
class CompareProductsForm implements TaskForm<CompareProducts> {

    private final ExitStore store;
    private final ExitCases exits;
    private final Parameters parameters;

    CompareProductsForm(ExitStore store, ExitCases exits, Parameters parameters) {
        this.store = store;
        this.exits = exits;
        this.parameters = parameters;
    }

    @Override
    public String key() {
        return DataExitProcess.Task.COMPARE_PRODUCTS;
    }

    @Override
    public Class<CompareProducts> body() {
        return CompareProducts.class;
    }

    @Override
    public CompareProducts example(CaseId caseId) {
        return new CompareProducts(
                true,
                parameters.number("exit.compare.hitRateGap").movePointLeft(1),
                parameters.number("exit.compare.valueAgreement"),
                null,
                "Compared on the calls of the parallel run.");
    }

    @Override
    public Set<String> notSameEyesAs() {
        return Set.of(DataExitProcess.Task.CHOOSE_REPLACEMENT);
    }

    @Override
    public List<Term> terms(CaseId caseId, Instant asked) {
        return List.of(new Term(asked, store.get(caseId).decided().parallelRunDays()));
    }

    @Override
    public Flags apply(Actor actor, CaseId caseId, CompareProducts body) {
        var exit = exits.held(caseId, ExitState.COMPARING);
        var fits = Boolean.TRUE.equals(body.fits());
        var comparison = new Exit.Comparison(
                fits,
                Objects.requireNonNull(body.hitRateGap()),
                Objects.requireNonNull(body.valueAgreement()),
                body.ksLoss(),
                body.comment());
        if (fits) {
            requireWithinLimits(comparison);
        } else {
            exits.state(caseId, ExitState.AGREED);
        }
        store.compared(caseId, comparison);
        exits.publish(
                fits ? "exit.replacementFits" : "exit.replacementUnfit",
                exit,
                actor,
                details(
                        "hitRateGap", comparison.hitRateGap(),
                        "valueAgreement", comparison.valueAgreement(),
                        "ksLoss", comparison.ksLoss(),
                        "comment", comparison.comment()));
        return Flags.of(DataExitProcess.FITS, fits);
    }

    private void requireWithinLimits(Exit.Comparison comparison) {
        var gap = parameters.number("exit.compare.hitRateGap");
        var agreement = parameters.number("exit.compare.valueAgreement");
        var loss = parameters.number("exit.compare.ksLoss");
        new Problems()
                .when(comparison.hitRateGap().compareTo(gap) > 0, "hitRateGap", "atMostToFit", plain(gap))
                .when(
                        comparison.valueAgreement().compareTo(agreement) < 0,
                        "valueAgreement",
                        "atLeastToFit",
                        plain(agreement))
                .when(
                        comparison.ksLoss() != null && comparison.ksLoss().compareTo(loss) > 0,
                        "ksLoss",
                        "atMostToFit",
                        plain(loss))
                .orThrow();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
