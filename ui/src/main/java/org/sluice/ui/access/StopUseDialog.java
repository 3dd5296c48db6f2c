package org.sluice.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.Invalid;
import org.sluice.process.access.StopReason;
import org.sluice.process.access.StopUse;
import org.sluice.ui.access.UsageDesk.GrantRow;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Words;

/** Asks why a use stops or goes on. It closes only when that was done. */
final class StopUseDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final Select<StopReason> reason = fields.required("reason", new Select<>());
    private final TextArea comment = fields.required("comment", new TextArea(Words.of("access.stop.comment")));

    /**
     * @param way suspend, resume, revoke: words below {@code access.stop.}
     * @param grant named in the dialog, since its row may be out of sight
     */
    StopUseDialog(String way, GrantRow grant, Consumer<StopUse> act, Runnable changed) {
        setHeaderTitle(Words.of("access.stop." + way));
        setWidth("30rem");
        reason.setLabel(Words.of("access.stop.reason"));
        reason.setItems(StopReason.ofPeople());
        reason.setItemLabelGenerator(Words::of);
        comment.setMinRows(3);
        var about =
                new Paragraph(Words.of("access.stop.about", Words.of(grant.productName()), Words.of(grant.unitName())));
        var form = new Div(about, reason, comment);
        form.addClassName("narrow-form");
        add(form);
        var confirm = new Button(Words.of("access." + way), click -> {
            if (fields.attempt(() -> send(act))) {
                close();
                changed.run();
                Notice.success("access.stop.done");
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), confirm);
    }

    private void send(Consumer<StopUse> act) {
        var body = new StopUse(
                reason.getValue(),
                comment.getValue().isBlank() ? null : comment.getValue().strip());
        if (!body.problems().isEmpty()) {
            throw new Invalid(body.problems());
        }
        act.accept(body);
    }
}
