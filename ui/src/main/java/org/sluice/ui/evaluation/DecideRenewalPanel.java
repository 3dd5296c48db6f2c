package org.sluice.ui.evaluation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.evaluation.DecideRenewal;
import org.sluice.process.evaluation.EvaluationCycleProcess.Task;
import org.sluice.process.evaluation.RenewalOutcome;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.Words;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** What becomes of the product: the table's proposal is chosen; whoever decides otherwise says why. */
final class DecideRenewalPanel extends TaskPanel<DecideRenewal> {

    private final Optional<RenewalOutcome> proposed;
    private final Optional<Boolean> proposedReview;
    private final RadioButtonGroup<RenewalOutcome> outcome;
    private final TextArea demand;
    private final DayField rectifyBy;
    private final RadioButtonGroup<Boolean> blacklistReview;
    private final TextArea reasons;

    DecideRenewalPanel(Material given) {
        super(Task.DECIDE_RENEWAL);
        proposed = recommended(given, "outcome").map(RenewalOutcome::valueOf);
        proposedReview = recommended(given, "blacklistReview").map(Boolean::valueOf);
        outcome = options("outcome", RenewalOutcome.class);
        demand = comment("demand");
        rectifyBy = day("rectifyBy");
        blacklistReview = yesNo("blacklistReview");
        reasons = comment("reasons");
        outcome.setRequiredIndicatorVisible(true);
        demand.setRequiredIndicatorVisible(true);
        rectifyBy.setRequiredIndicatorVisible(true);
        blacklistReview.setRequiredIndicatorVisible(true);
        proposed.ifPresent(table -> {
            outcome.setValue(table);
            outcome.setHelperText(text("proposal", Words.of(table)));
        });
        proposedReview.ifPresent(blacklistReview::setValue);
        outcome.addValueChangeListener(change -> fit());
        blacklistReview.addValueChangeListener(change -> fit());
        fit();
    }

    private static Optional<String> recommended(Material given, String field) {
        return given.choices().stream()
                .filter(choice -> choice.field().equals(field) && choice.recommended())
                .map(Choice::value)
                .findFirst();
    }

    private void fit() {
        var rectify = isRectification(outcome.getValue());
        demand.setVisible(rectify);
        rectifyBy.setVisible(rectify);
        reasons.setRequiredIndicatorVisible(
                differs(proposed, outcome.getValue()) || differs(proposedReview, blacklistReview.getValue()));
    }

    private static boolean isRectification(@Nullable RenewalOutcome chosen) {
        return chosen != null && chosen.way() == RenewalOutcome.Way.RECTIFY;
    }

    private static <T> boolean differs(Optional<T> proposed, @Nullable T chosen) {
        return chosen != null && proposed.isPresent() && !proposed.get().equals(chosen);
    }

    @Override
    public DecideRenewal read() {
        return new DecideRenewal(
                outcome.getValue(),
                blacklistReview.getValue(),
                demand.isVisible() ? written(demand) : null,
                rectifyBy.isVisible() ? rectifyBy.getValue() : null,
                written(reasons));
    }
}
