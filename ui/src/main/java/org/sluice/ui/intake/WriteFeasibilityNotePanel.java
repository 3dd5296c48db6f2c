package org.sluice.ui.intake;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.intake.Feasibility;
import org.sluice.process.intake.RequirementIntakeProcess.Task;
import org.sluice.process.intake.WriteFeasibilityNote;
import org.sluice.ui.tasks.TaskPanel;

/** The intake desk's conclusion and how it came about. */
final class WriteFeasibilityNotePanel extends TaskPanel<WriteFeasibilityNote> {

    private final RadioButtonGroup<Feasibility> conclusion = options("conclusion", Feasibility.class);
    private final RadioButtonGroup<Boolean> freeChannel = yesNo("freeChannel");
    private final TextArea note = comment("note");

    WriteFeasibilityNotePanel() {
        super(Task.WRITE_FEASIBILITY_NOTE);
        conclusion.setRequiredIndicatorVisible(true);
        freeChannel.setRequiredIndicatorVisible(true);
        note.setRequiredIndicatorVisible(true);
        note.setMinRows(6);
    }

    @Override
    public WriteFeasibilityNote read() {
        return new WriteFeasibilityNote(conclusion.getValue(), freeChannel.getValue(), written(note));
    }
}
