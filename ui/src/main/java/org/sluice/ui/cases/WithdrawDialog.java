package org.sluice.ui.cases;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.sluice.process.Invalid;
import org.sluice.process.Withdraw;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Words;

/** Asks for the reason that stays on the case. It closes only when the case was taken back. */
final class WithdrawDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final TextArea reason = fields.add("reason", new TextArea(Words.of("cases.withdraw.reason")));
    private final Consumer<Withdraw> withdraw;

    WithdrawDialog(String number, Consumer<Withdraw> withdraw) {
        this.withdraw = withdraw;
        setHeaderTitle(Words.of("cases.withdraw.title", number));
        setWidth("30rem");
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setRequiredIndicatorVisible(true);
        add(new Paragraph(Words.of("cases.withdraw.text")), reason);
        var confirm = new Button(Words.of("cases.withdraw"), click -> send());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), confirm);
    }

    private void send() {
        var body = new Withdraw(reason.getValue());
        var problems = body.problems();
        if (!problems.isEmpty()) {
            fields.show(problems, Words.locale());
            return;
        }
        try {
            withdraw.accept(body);
            close();
        } catch (Invalid e) {
            fields.show(e.problems(), Words.locale());
        } catch (RuntimeException e) {
            Notice.failure(e);
        }
    }
}
