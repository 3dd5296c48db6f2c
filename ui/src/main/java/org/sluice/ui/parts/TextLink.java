package org.sluice.ui.parts;

import com.vaadin.flow.component.html.Anchor;

/** A link within a sentence or a heading: what is beside it is text, and colour alone would not tell them apart. */
public final class TextLink extends Anchor {

    public TextLink(String address, String text) {
        super(address, text);
        getStyle().set("text-decoration", "underline");
    }
}
