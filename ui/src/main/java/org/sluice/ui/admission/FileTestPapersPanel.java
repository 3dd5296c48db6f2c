package org.sluice.ui.admission;

import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.admission.DataAdmissionProcess.Task;
import org.sluice.process.admission.FileTestPapers;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** Agreement and impact assessment, without which no test is made. */
final class FileTestPapersPanel extends TaskPanel<FileTestPapers> {

    private final TextField agreementNo = line("agreementNo");
    private final DayField agreementOn = day("agreementOn");
    private final TextField assessmentNo = line("assessmentNo");
    private final DayField assessmentOn = day("assessmentOn");

    FileTestPapersPanel() {
        super(Task.FILE_TEST_PAPERS);
        agreementNo.setRequiredIndicatorVisible(true);
        agreementOn.setRequiredIndicatorVisible(true);
        assessmentNo.setRequiredIndicatorVisible(true);
        assessmentOn.setRequiredIndicatorVisible(true);
    }

    @Override
    public FileTestPapers read() {
        return new FileTestPapers(
                written(agreementNo), agreementOn.getValue(), written(assessmentNo), assessmentOn.getValue());
    }
}
