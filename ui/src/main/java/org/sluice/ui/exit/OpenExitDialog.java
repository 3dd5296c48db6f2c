package org.sluice.ui.exit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import org.sluice.process.Invalid;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.exit.AssessExit;
import org.sluice.process.exit.ExitTrigger;
import org.sluice.process.exit.OpenExit;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/**
 * Opens the exit of a product. Whoever knows what its urgency depends on says so here, and what is urgent is blocked with
 * it; else a steward is asked. It closes only when it was done.
 */
final class OpenExitDialog extends Dialog {

    private static final int LONGEST = 2000;

    private final FormFields fields = new FormFields();
    private final ComboBox<ExitTrigger> trigger = fields.required("trigger", new ComboBox<>(Words.of("exit.trigger")));
    private final TextArea reason = fields.required("reason", new TextArea(Words.of("exit.reason")));
    private final Checkbox known = new Checkbox(Words.of("exit.open.known"));
    private final RadioButtonGroup<IncidentLevel> incidentLevel =
            fields.required("facts.incidentLevel", new RadioButtonGroup<>(label("incidentLevel")));
    private final RadioButtonGroup<Boolean> sourceLawful = yesNo("sourceLawful");
    private final RadioButtonGroup<Boolean> critical = yesNo("critical");
    private final RadioButtonGroup<Boolean> replacementReady = yesNo("replacementReady");
    private final Consumer<OpenExit> act;

    OpenExitDialog(ExitDesk.OfProduct product, Consumer<OpenExit> act) {
        this.act = act;
        setHeaderTitle(Words.of("exit.open.title"));
        setWidth("36rem");
        trigger.setItems(ExitTrigger.values());
        trigger.setItemLabelGenerator(Words::of);
        trigger.setWidthFull();
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxLength(LONGEST);
        incidentLevel.setItems(IncidentLevel.values());
        incidentLevel.setItemLabelGenerator(Words::of);
        incidentLevel.setValue(IncidentLevel.NONE);
        critical.setValue(product.critical());
        replacementReady.setValue(product.replacementReady());
        var facts = new Div(incidentLevel, sourceLawful, critical, replacementReady);
        facts.setVisible(false);
        known.addValueChangeListener(change -> facts.setVisible(change.getValue()));
        add(new Paragraph(Words.of("exit.open.text")), trigger, reason, known, facts);
        var confirm = new Button(Words.of("exit.open.confirm"), click -> send());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), confirm);
    }

    private RadioButtonGroup<Boolean> yesNo(String field) {
        var group = fields.required("facts." + field, new RadioButtonGroup<Boolean>(label(field)));
        group.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        group.setItems(List.of(true, false));
        group.setItemLabelGenerator(yes -> Words.of("panel.assessExit." + field + (yes ? ".yes" : ".no")));
        return group;
    }

    private static String label(String field) {
        return Words.of("panel.assessExit." + field);
    }

    private OpenExit read() {
        return new OpenExit(
                trigger.getValue(),
                reason.getValue().isBlank() ? null : reason.getValue().strip(),
                !known.getValue()
                        ? null
                        : new AssessExit(
                                incidentLevel.getValue(),
                                sourceLawful.getValue(),
                                critical.getValue(),
                                replacementReady.getValue(),
                                null));
    }

    private void send() {
        var done = fields.attempt(() -> {
            var body = read();
            if (!body.problems().isEmpty()) {
                throw new Invalid(body.problems());
            }
            act.accept(body);
        });
        if (done) {
            close();
        }
    }
}
