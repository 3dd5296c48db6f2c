package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing, and what to do about it. */
public final class EmptyState extends Div {

    /** @param actions what a person may do from here; may be none */
    public EmptyState(String text, Component... actions) {
        addClassName("empty-state");
        add(new Paragraph(text));
        add(actions);
    }
}
