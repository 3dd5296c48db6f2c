package org.sluice.ui.parts;

import com.vaadin.flow.component.html.Span;

/** A short word with a tone: the word says it, the tone helps to find it. */
public final class StatusBadge extends Span {

    public StatusBadge(String text, Tone tone) {
        super(text);
        addClassNames("badge", tone.cssClass());
    }

    /** The name of a state in the reader's language. */
    public static StatusBadge ofState(String code) {
        return new StatusBadge(Words.ofState(code), Tone.ofState(code));
    }
}
