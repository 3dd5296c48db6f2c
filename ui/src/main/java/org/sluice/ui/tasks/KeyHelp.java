package org.sluice.ui.tasks;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Words;

/**
 * A quiet button, and the key ?, that show the keys of the tasklist. The browser shows and closes the dialog by itself,
 * as keys are its business: plain letters are keys only where nobody types.
 */
final class KeyHelp extends Composite<Div> {

    private static final String PRESS_ON_QUESTION_MARK = """
            const dialog = this;
            const pressed = event => {
              if (!dialog.isConnected) {
                document.removeEventListener('keydown', pressed);
              } else if (event.key === '?' && !event.composedPath()[0].matches?.('input, textarea')) {
                event.preventDefault();
                dialog.showModal();
              }
            };
            document.addEventListener('keydown', pressed);
            """;

    private final HtmlContainer dialog = new HtmlContainer("dialog");

    KeyHelp() {
        var help = new Button(Words.of("tasks.help"));
        help.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        help.getElement().setAttribute("aria-keyshortcuts", "?");
        var close = new Button(Words.of("parts.close"));
        dialog.addClassName("panel");
        dialog.getElement().setAttribute("aria-label", Words.of("tasks.help"));
        dialog.add(keys(), close);
        help.addClickListener(click -> dialog.getElement().executeJs("this.showModal()"));
        close.addClickListener(click -> dialog.getElement().executeJs("this.close()"));
        getContent().add(help, dialog);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        dialog.getElement().executeJs(PRESS_ON_QUESTION_MARK);
    }

    private static FactList keys() {
        var keys = new FactList().fact("tasks.help.move", new Span("j · k")).fact("tasks.help.open", new Span("Enter"));
        List.of(Hotkey.CLAIM, Hotkey.FIRST_FIELD, Hotkey.COMPLETE, Hotkey.FIRST_TASK)
                .forEach(key -> keys.fact(key.does(), new Span(key.written())));
        return keys;
    }
}
