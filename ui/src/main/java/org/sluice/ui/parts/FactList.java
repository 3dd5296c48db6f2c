package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Labels and values, dense, in the order in which they are read. */
public final class FactList extends DescriptionList {

    public FactList() {
        addClassName("fact-list");
    }

    /**
     * @param labelKey message key
     * @param value nothing is shown as a dash
     */
    public FactList fact(String labelKey, @Nullable String value) {
        return fact(labelKey, new Span(value == null || value.isBlank() ? Words.of("parts.none") : value));
    }

    public FactList fact(String labelKey, Component value) {
        return labelled(Words.of(labelKey), value);
    }

    /** For labels that are data, not message keys. */
    public FactList labelled(String label, Component value) {
        add(new Term(label), new Description(value));
        return this;
    }
}
