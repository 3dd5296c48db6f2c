package org.sluice.ui.evaluation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Invalid;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.QualityReading;
import org.sluice.process.evaluation.SupplierConduct;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/** One month of a product: what was not measured is left empty. It closes only when the month is on record. */
final class ReadingDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final TextField month = fields.required("month", new TextField(label("month")));
    private final IntegerField calls = fields.required("calls", new IntegerField(label("calls")));
    private final BigDecimalField hitRate = percent("hitRate");
    private final BigDecimalField accuracy = percent("accuracy");
    private final BigDecimalField freshness = percent("freshness");
    private final BigDecimalField nullRate = percent("nullRate");
    private final BigDecimalField psi = fields.add("psi", new BigDecimalField(label("psi")));
    private final BigDecimalField availability = percent("availability");
    private final IntegerField responseMs = fields.add("responseMs", new IntegerField(label("responseMs")));
    private final IntegerField incidents = fields.required("incidents", new IntegerField(label("incidents")));
    private final ComboBox<IncidentLevel> incidentLevel =
            fields.add("incidentLevel", new ComboBox<>(label("incidentLevel"), IncidentLevel.values()));
    private final IntegerField handlingMinutes =
            fields.add("handlingMinutes", new IntegerField(label("handlingMinutes")));
    private final IntegerField changeNoticeDays =
            fields.add("changeNoticeDays", new IntegerField(label("changeNoticeDays")));
    private final BigDecimalField billingDifference = percent("billingDifference");
    private final ComboBox<SupplierConduct> conduct =
            fields.add("conduct", new ComboBox<>(label("conduct"), SupplierConduct.values()));

    ReadingDialog(EvaluationDesk desk, String productCode, Runnable recorded) {
        setHeaderTitle(Words.of("evaluation.record.title", productCode));
        month.setPlaceholder("2026-10");
        incidents.setValue(0);
        incidentLevel.setItemLabelGenerator(Words::of);
        conduct.setItemLabelGenerator(Words::of);
        conduct.setValue(SupplierConduct.NONE);
        var form = new Div(
                month,
                calls,
                hitRate,
                accuracy,
                freshness,
                nullRate,
                psi,
                availability,
                responseMs,
                incidents,
                incidentLevel,
                handlingMinutes,
                changeNoticeDays,
                billingDifference,
                conduct);
        form.addClassName("two-column-form");
        add(new Paragraph(Words.of("evaluation.record.text")), form);
        var save = new Button(Words.of("evaluation.record"), click -> {
            if (fields.attempt(() -> send(desk, productCode))) {
                close();
                recorded.run();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), save);
    }

    private void send(EvaluationDesk desk, String productCode) {
        var reading = read();
        var problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        desk.recordReading(productCode, reading);
    }

    private QualityReading read() {
        return new QualityReading(
                month.getValue().strip(),
                calls.getValue() == null ? null : calls.getValue().longValue(),
                share(hitRate),
                share(accuracy),
                share(freshness),
                share(nullRate),
                psi.getValue(),
                share(availability),
                responseMs.getValue(),
                incidents.getValue(),
                incidentLevel.getValue(),
                handlingMinutes.getValue(),
                changeNoticeDays.getValue(),
                share(billingDifference),
                conduct.getValue());
    }

    private BigDecimalField percent(String name) {
        return fields.add(name, new BigDecimalField(Words.of("evaluation.percent", label(name))));
    }

    /** People write percent, the record holds shares of one. */
    private static @Nullable BigDecimal share(BigDecimalField percent) {
        return percent.getValue() == null ? null : percent.getValue().movePointLeft(2);
    }

    private static String label(String name) {
        return Words.of("evaluation." + name);
    }
}
