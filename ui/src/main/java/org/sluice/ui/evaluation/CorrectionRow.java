package org.sluice.ui.evaluation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.evaluation.FigureCorrection;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.parts.Words;
import org.sluice.ui.tasks.TaskDesk.Choice;

/** One figure that is put right; what is found and not measured has a finding instead. */
final class CorrectionRow extends RowList.Row<FigureCorrection> {

    private final ComboBox<ScoreItem> item;
    private final BigDecimalField figure;
    private final ComboBox<ItemFinding> finding;

    CorrectionRow(List<Choice> scored) {
        item = field("item", new ComboBox<>(label("item")));
        figure = field("figure", new BigDecimalField(label("figure")));
        finding = field("finding", new ComboBox<>(label("finding")));
        item.setItems(scored.stream()
                .filter(choice -> choice.field().equals("item"))
                .map(choice -> ScoreItem.valueOf(choice.value()))
                .toList());
        item.setItemLabelGenerator(Words::of);
        item.setRequiredIndicatorVisible(true);
        finding.setItemLabelGenerator(Words::of);
        finding.setVisible(false);
        figure.setRequiredIndicatorVisible(true);
        finding.setRequiredIndicatorVisible(true);
        item.addValueChangeListener(change -> fit(change.getValue()));
    }

    private void fit(@Nullable ScoreItem chosen) {
        var found = chosen != null && chosen.isFound();
        figure.setVisible(!found);
        finding.setVisible(found);
        if (chosen != null) {
            finding.setItems(ItemFinding.of(chosen));
        }
    }

    @Override
    protected FigureCorrection read() {
        return new FigureCorrection(
                item.getValue(),
                figure.isVisible() ? figure.getValue() : null,
                finding.isVisible() ? finding.getValue() : null);
    }

    @Override
    protected void write(FigureCorrection correction) {
        item.setValue(correction.item());
        figure.setValue(correction.figure());
        finding.setValue(correction.finding());
    }

    private static String label(String name) {
        return Words.of("panel.reviewObjection.corrections." + name);
    }
}
