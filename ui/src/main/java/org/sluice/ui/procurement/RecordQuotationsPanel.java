package org.sluice.ui.procurement;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import org.sluice.process.TaskId;
import org.sluice.process.procurement.ProcurementProcess.Task;
import org.sluice.process.procurement.Quotation;
import org.sluice.process.procurement.QuotationResult;
import org.sluice.process.procurement.RecordQuotations;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

/** What the suppliers have offered, one box an offer; and whether that is enough. */
final class RecordQuotationsPanel extends TaskPanel<RecordQuotations> {

    private final RowList<Quotation> quotations;
    private final RadioButtonGroup<QuotationResult> result;
    private final TextArea comment;

    RecordQuotationsPanel(TaskId task, QuotationDesk desk, Material given) {
        super(Task.RECORD_QUOTATIONS);
        figures(given.figures());
        quotations = place(
                "quotations",
                new RowList<>(
                        "quotations",
                        "panel.recordQuotations.quotations",
                        () -> new QuotationRow(desk, task),
                        fields()));
        // another row may have been the one that it was said of
        quotations.addValueChangeListener(change -> fields().unsay("quotations[", "oneQuotation"));
        result = options("result", QuotationResult.class);
        comment = comment("comment");
        result.setRequiredIndicatorVisible(true);
        result.addValueChangeListener(change -> {
            quotations.setRequiredIndicatorVisible(change.getValue() == QuotationResult.COMPLETE);
            comment.setRequiredIndicatorVisible(change.getValue() == QuotationResult.TOO_FEW);
        });
    }

    @Override
    public RecordQuotations read() {
        return new RecordQuotations(result.getValue(), quotations.getValue(), written(comment));
    }
}
