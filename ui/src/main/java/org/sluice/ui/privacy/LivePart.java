package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that follows a value: it is drawn anew only when the value is another one, so that a focus, a text
 * that somebody marks, or a fold that is open stays where the news are about something else.
 */
final class LivePart<T> extends Div {

    private final transient Function<T, List<Component>> draw;
    private transient @Nullable T shown;

    /** @param draw what to show of a value; nothing hides the part */
    LivePart(Function<T, List<Component>> draw) {
        this.draw = draw;
    }

    void show(T value) {
        if (!value.equals(shown)) {
            shown = value;
            removeAll();
            var parts = draw.apply(value);
            setVisible(!parts.isEmpty());
            add(parts);
        }
    }
}
