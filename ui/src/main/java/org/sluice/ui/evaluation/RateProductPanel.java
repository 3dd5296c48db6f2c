package org.sluice.ui.evaluation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.evaluation.EvaluationCycleProcess.Task;
import org.sluice.process.evaluation.RateProduct;
import org.sluice.ui.tasks.TaskPanel;

/** What the product has done for one unit, against what was planned. */
final class RateProductPanel extends TaskPanel<RateProduct> {

    private final RadioButtonGroup<Integer> score;
    private final TextArea comment;

    RateProductPanel() {
        super(Task.RATE_PRODUCT);
        score = place("score", new RadioButtonGroup<>(text("score")));
        score.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        score.setItems(5, 4, 3, 2, 1);
        score.setItemLabelGenerator(value -> text("score." + value));
        score.setRequiredIndicatorVisible(true);
        comment = comment("comment");
        score.addValueChangeListener(
                change -> comment.setRequiredIndicatorVisible(change.getValue() != null && change.getValue() < 3));
    }

    @Override
    public RateProduct read() {
        return new RateProduct(score.getValue(), written(comment));
    }
}
