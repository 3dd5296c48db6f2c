package org.sluice.ui.tasks;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Words;

/** A quiet button, and the key ?, that show the keys of the tasklist. */
final class KeyHelp extends Button {

    /** Plain letters are keys only where nobody types; the server could not tell. */
    private static final String PRESS_ON_QUESTION_MARK = """
            const button = this;
            const pressed = event => {
              if (!button.isConnected) {
                document.removeEventListener('keydown', pressed);
              } else if (event.key === '?' && !event.composedPath()[0].matches?.('input, textarea')) {
                event.preventDefault();
                button.click();
              }
            };
            document.addEventListener('keydown', pressed);
            """;

    KeyHelp() {
        super(Words.of("tasks.help"));
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        getElement().setAttribute("aria-keyshortcuts", "?");
        addClickListener(click -> open());
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(PRESS_ON_QUESTION_MARK);
    }

    private static void open() {
        var keys = new FactList().fact("tasks.help.move", new Span("j · k")).fact("tasks.help.open", new Span("Enter"));
        List.of(Hotkey.CLAIM, Hotkey.FIRST_FIELD, Hotkey.COMPLETE, Hotkey.FIRST_TASK)
                .forEach(key -> keys.fact(key.does(), new Span(key.written())));
        var dialog = new Dialog(Words.of("tasks.help"), keys);
        var close = new Button(Words.of("parts.close"), click -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        dialog.open();
    }
}
