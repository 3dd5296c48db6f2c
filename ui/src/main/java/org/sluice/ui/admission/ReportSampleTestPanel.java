package org.sluice.ui.admission;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.admission.DataAdmissionProcess.Task;
import org.sluice.process.admission.ReportSampleTest;
import org.sluice.ui.admission.AdmissionDesk.Dossier;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskPanel;

/** What came of a test outside the house. */
final class ReportSampleTestPanel extends TaskPanel<ReportSampleTest> {

    private final TextField reportNo = line("reportNo");
    private final DayField conductedOn = day("conductedOn");
    private final BigDecimalField sampleSize = count("sampleSize");
    private final BigDecimalField matched = count("matched");
    private final FactSheet facts;
    private final TextArea comment;

    /** @param asked what a test may measure */
    ReportSampleTestPanel(Dossier asked) {
        super(Task.REPORT_SAMPLE_TEST);
        facts = new FactSheet(asked.facts(), fields());
        getContent().add(facts);
        comment = comment("comment");
        reportNo.setRequiredIndicatorVisible(true);
        conductedOn.setRequiredIndicatorVisible(true);
        List.of(sampleSize, matched).forEach(field -> field.setRequiredIndicatorVisible(true));
        comment.setRequiredIndicatorVisible(true);
    }

    @Override
    public ReportSampleTest read() {
        return new ReportSampleTest(
                written(reportNo),
                conductedOn.getValue(),
                whole(sampleSize),
                whole(matched),
                facts.read(),
                written(comment));
    }

    @Override
    protected void shown() {
        facts.openWhereWrong();
    }

    /** Larger than the field of whole numbers holds. */
    private BigDecimalField count(String field) {
        return place(field, new BigDecimalField(text(field)));
    }

    private static @Nullable Long whole(BigDecimalField field) {
        var number = field.getValue();
        return number == null ? null : number.setScale(0, RoundingMode.HALF_UP).longValue();
    }
}
