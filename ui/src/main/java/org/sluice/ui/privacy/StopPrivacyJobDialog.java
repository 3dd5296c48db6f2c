package org.sluice.ui.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.Invalid;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Words;

/** Asks why a privacy job is stopped. It closes only when that was done. */
final class StopPrivacyJobDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final TextArea reason = fields.required("reason", new TextArea(Words.of("privacy.stop.reason")));

    /** @param number of the job, named in the dialog */
    StopPrivacyJobDialog(String number, Consumer<StopPrivacyJob> act) {
        setHeaderTitle(Words.of("privacy.stop.title", number));
        setWidth("30rem");
        reason.setMinRows(3);
        var form = new Div(new Paragraph(Words.of("privacy.stop.text")), reason);
        form.addClassName("narrow-form");
        add(form);
        var confirm = new Button(Words.of("privacy.stop"), click -> {
            if (fields.attempt(() -> send(act))) {
                close();
                Notice.success("privacy.stop.done", number);
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), confirm);
    }

    private void send(Consumer<StopPrivacyJob> act) {
        var body = new StopPrivacyJob(
                reason.getValue().isBlank() ? null : reason.getValue().strip());
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        act.accept(body);
    }
}
