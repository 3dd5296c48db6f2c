package org.sluice.ui.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** The page is about to be made anew in another language: whoever shows what a person is typing keeps it now. */
public final class LanguageChosen extends ComponentEvent<UI> {

    public LanguageChosen(UI ui) {
        super(ui, false);
    }
}
