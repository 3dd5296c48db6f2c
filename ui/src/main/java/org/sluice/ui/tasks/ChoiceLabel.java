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

/** One choice of a task: its code as a link if there is something to look at, its name, what it holds. */
final class ChoiceLabel extends Composite<Span> {

    ChoiceLabel(TaskDesk.Choice choice, @Nullable String address) {
        var name = new StringBuilder(withoutCode(choice));
        if (choice.left() != null) {
            name.append(" · ").append(Words.of("panel.left", Format.forReader().money(choice.left())));
        }
        if (choice.recommended()) {
            name.append(" — ").append(Words.of("panel.recommended"));
        }
        if (address != null) {
            getContent().add(code(choice.value(), address), new Text(" "));
        }
        getContent().add(new Text(name.toString()));
    }

    /** The desk's label may begin with the code. */
    private static String withoutCode(TaskDesk.Choice choice) {
        var label = Words.of(choice.label());
        var name = label.startsWith(choice.value())
                ? label.substring(choice.value().length()).strip()
                : label;
        return name.isEmpty() ? label : name;
    }

    private static Component code(String code, String address) {
        var link = new Anchor(address, code, AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.setTitle(Words.of("panel.newTab"));
        return link;
    }
}
