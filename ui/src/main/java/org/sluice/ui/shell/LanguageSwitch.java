package org.sluice.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.sluice.ui.parts.Words;

/** Names the other language, in that language. */
final class LanguageSwitch extends Button {

    LanguageSwitch(Language language) {
        super(Words.of("shell.language"));
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        setTooltipText(Words.of("shell.languageHint"));
        getElement().setAttribute("lang", Language.other(Words.locale()).getLanguage());
        addClickListener(click ->
                click.getSource().getUI().ifPresent(ui -> language.choose(ui, Language.other(Words.locale()))));
    }
}
