package org.sluice.ui.blacklist;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Optional;
import org.sluice.process.Body;
import org.sluice.process.Invalid;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Words;

/** Asks for what a verb of the blacklist needs. It closes only when it was done. */
abstract class EntryDialog<B extends Body> extends Dialog {

    private static final int LONGEST = 4000;

    private final FormFields fields = new FormFields();

    /** @param key below which the texts stand: {@code .title}, {@code .text}, {@code .confirm} */
    EntryDialog(String key) {
        setHeaderTitle(Words.of(key + ".title"));
        setWidth("34rem");
        add(new Paragraph(Words.of(key + ".text")));
        var confirm = new Button(Words.of(key + ".confirm"), click -> send());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), confirm);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                firstField().ifPresent(Focusable::focus);
            }
        });
    }

    /** Whoever has come here by keyboard can write at once. */
    private Optional<Focusable<?>> firstField() {
        return getChildren()
                .filter(Focusable.class::isInstance)
                .<Focusable<?>>map(Focusable.class::cast)
                .findFirst();
    }

    abstract B read();

    abstract void act(B body);

    final FormFields fields() {
        return fields;
    }

    final TextArea text(String path, String labelKey) {
        var area = fields.required(path, new TextArea(Words.of(labelKey)));
        area.setWidthFull();
        area.setMinRows(3);
        area.setMaxLength(LONGEST);
        add(area);
        return area;
    }

    private void send() {
        var done = fields.attempt(() -> {
            var body = read();
            if (!body.problems().isEmpty()) {
                throw new Invalid(body.problems());
            }
            act(body);
        });
        if (done) {
            close();
        }
    }
}
