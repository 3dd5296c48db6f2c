package org.sluice.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/** One choice of a task: its code once, as a link if there is something to look at, its name, what it holds. */
final class ChoiceLabel extends Composite<Span> {

    ChoiceLabel(TaskDesk.Choice choice, @Nullable String address) {
        var name = new StringBuilder(withoutCode(choice));
        if (choice.left() != null) {
            name.append(" · ").append(Words.of("panel.left", Format.forReader().money(choice.left())));
        }
        if (choice.recommended()) {
            name.append(" — ").append(Words.of("panel.recommended"));
        }
        getContent().add(code(choice.value(), address), new Text(" " + name));
    }

    /** The desk's label may begin with the code. */
    private static String withoutCode(TaskDesk.Choice choice) {
        var label = Words.of(choice.label());
        return label.startsWith(choice.value())
                ? label.substring(choice.value().length()).strip()
                : label;
    }

    private static Component code(String code, @Nullable String address) {
        if (address == null) {
            return new Span(code);
        }
        var link = new Anchor(address, code, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.setTitle(Words.of("panel.newTab"));
        return link;
    }
}
