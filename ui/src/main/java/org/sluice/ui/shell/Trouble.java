package org.sluice.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;

/** A page that could not be shown: what is the matter, in words, and the way back. */
abstract class Trouble extends Screen {

    Trouble(String titleKey) {
        super(titleKey);
    }

    void tell(String text) {
        removeAll();
        add(new PageHeader(title()), new Paragraph(text), new Anchor("", Words.of("shell.error.home")));
    }
}
