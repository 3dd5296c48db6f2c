package org.sluice.ui.admission;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.sluice.process.admission.ArrangeTest;
import org.sluice.process.admission.DataAdmissionProcess.Task;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskPanel;

/** Which two data sets are held against each other: the workers tell their names and sizes, and nothing of their content. */
final class ArrangeTestPanel extends TaskPanel<ArrangeTest> {

    private final ComboBox<String> bankDataSet;
    private final ComboBox<String> supplierDataSet;

    ArrangeTestPanel(List<Choice> choices) {
        super(Task.ARRANGE_TEST);
        bankDataSet = search("bankDataSet", choices);
        supplierDataSet = search("supplierDataSet", choices);
        bankDataSet.setRequiredIndicatorVisible(true);
        supplierDataSet.setRequiredIndicatorVisible(true);
    }

    @Override
    public ArrangeTest read() {
        return new ArrangeTest(bankDataSet.getValue(), supplierDataSet.getValue());
    }
}
