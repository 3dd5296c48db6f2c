package org.sluice.ui.fakes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person can read on a screen. */
public final class Texts {

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z_]+)+");

    private Texts() {}

    /** Every text below a component: contents, labels, titles, placeholders, helpers. */
    public static List<String> of(Component root) {
        var found = new ArrayList<String>();
        all(root).forEach(component -> {
            var element = component.getElement();
            if (component instanceof HasText text) {
                found.add(text.getText());
            }
            Stream.of("label", "placeholder", "helperText", "errorMessage", "accessibleName")
                    .forEach(name -> found.add(element.getProperty(name, "")));
            Stream.of("aria-label", "title").forEach(name -> found.add(element.getAttribute(name)));
            if (component.getChildren().findAny().isEmpty()) {
                found.add(element.getTextRecursively());
            }
        });
        return found.stream()
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .toList();
    }

    /** Texts that look like a message key: what is left when a bundle lacks it. */
    public static List<String> keys(Component root) {
        return of(root).stream().filter(text -> KEY.matcher(text).matches()).toList();
    }

    private static Stream<Component> all(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(Texts::all));
    }
}
