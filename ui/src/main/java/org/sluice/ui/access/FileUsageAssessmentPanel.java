package org.sluice.ui.access;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.access.FileUsageAssessment;
import org.sluice.process.access.UsageAuthorizationProcess.Task;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** The impact assessment that a new use wants on file. */
final class FileUsageAssessmentPanel extends TaskPanel<FileUsageAssessment> {

    private final TextField assessmentNo = line("assessmentNo");
    private final DayField assessmentOn = day("assessmentOn");
    private final TextArea conclusion = comment("conclusion");

    FileUsageAssessmentPanel() {
        super(Task.FILE_USAGE_ASSESSMENT);
        assessmentNo.setRequiredIndicatorVisible(true);
        assessmentOn.setRequiredIndicatorVisible(true);
        conclusion.setRequiredIndicatorVisible(true);
    }

    @Override
    public FileUsageAssessment read() {
        return new FileUsageAssessment(written(assessmentNo), assessmentOn.getValue(), written(conclusion));
    }
}
