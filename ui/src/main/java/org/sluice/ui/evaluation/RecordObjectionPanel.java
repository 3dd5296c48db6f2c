package org.sluice.ui.evaluation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.evaluation.EvaluationCycleProcess.Task;
import org.sluice.process.evaluation.RecordObjection;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What the supplier answered; the letter that it was sent stands in the case beside it. */
final class RecordObjectionPanel extends TaskPanel<RecordObjection> {

    private final RadioButtonGroup<Boolean> objects = yesNo("objects");
    private final DayField receivedOn = day("receivedOn");
    private final TextArea grounds = comment("grounds");

    RecordObjectionPanel() {
        super(Task.RECORD_OBJECTION);
        objects.setRequiredIndicatorVisible(true);
        receivedOn.setRequiredIndicatorVisible(true);
        objects.addValueChangeListener(
                change -> grounds.setRequiredIndicatorVisible(Boolean.TRUE.equals(change.getValue())));
    }

    @Override
    public RecordObjection read() {
        return new RecordObjection(objects.getValue(), receivedOn.getValue(), written(grounds));
    }
}
