package org.sluice.ui.tasks;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.Words;

/**
 * The desk's choices for a field where there are many: a person types a part of what one is called, or of its code, and
 * takes it by Enter if it is the only one.
 */
public final class ChoiceBox {

    private ChoiceBox() {}

    /** Takes only what the desk offers for the field. */
    public static ComboBox<String> of(String label, String field, List<TaskDesk.Choice> all) {
        var box = new ComboBox<String>(label);
        var its = all.stream().filter(choice -> choice.field().equals(field)).toList();
        offer(box, its);
        if (its.isEmpty()) {
            box.setHelperText(Words.of("panel.noChoices"));
        }
        // without it the browser forgets what was typed, and asks nobody
        box.setAllowCustomValue(true);
        box.addCustomValueSetListener(typed -> take(box, typed.getDetail()));
        return box;
    }

    /** Puts other choices in the place of those offered; a value that is none of them goes. */
    public static void offer(ComboBox<String> box, List<TaskDesk.Choice> choices) {
        var names = new LinkedHashMap<String, String>();
        choices.forEach(choice -> names.put(choice.value(), Words.of(choice.label())));
        var value = box.getValue();
        box.setItems(names.keySet());
        box.setItemLabelGenerator(code -> Objects.requireNonNullElse(names.get(code), code));
        box.setValue(value != null && names.containsKey(value) ? value : null);
        ComponentUtil.setData(box, Offered.class, new Offered(names));
    }

    private record Offered(Map<String, String> names) {

        /** The only choice of which this is a part; null when none is, or several are. */
        @Nullable
        String meant(String typed) {
            var part = typed.strip().toLowerCase(Locale.ROOT);
            var exact = codes(part, true);
            var found = exact.size() == 1 ? exact : codes(part, false);
            return found.size() == 1 ? found.get(0) : null;
        }

        private List<String> codes(String part, boolean whole) {
            return names.entrySet().stream()
                    .filter(each -> List.of(each.getKey(), each.getValue()).stream()
                            .map(text -> text.toLowerCase(Locale.ROOT))
                            .anyMatch(text -> whole ? text.equals(part) : text.contains(part)))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static void take(ComboBox<String> box, String typed) {
        var offered = ComponentUtil.getData(box, Offered.class);
        var meant = offered == null ? null : offered.meant(typed);
        box.setValue(meant);
        box.setErrorMessage(meant == null ? Words.of("panel.notOneOfThem", typed.strip()) : "");
        box.setInvalid(meant == null);
    }
}
