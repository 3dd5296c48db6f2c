package org.sluice.ui.tasks;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.sluice.ui.parts.Words;

/** The desk's choices for a field where there are many: a person types a part of what it is called. */
public final class ChoiceBox {

    private ChoiceBox() {}

    /** Takes only what the desk offers for the field. */
    public static ComboBox<String> of(String label, String field, List<TaskDesk.Choice> all) {
        var names = new LinkedHashMap<String, String>();
        all.stream()
                .filter(choice -> choice.field().equals(field))
                .forEach(choice -> names.put(choice.value(), Words.of(choice.label())));
        var box = new ComboBox<String>(label);
        box.setItems(names.keySet());
        box.setItemLabelGenerator(value -> Objects.requireNonNullElse(names.get(value), value));
        if (names.isEmpty()) {
            box.setHelperText(Words.of("panel.noChoices"));
        }
        return box;
    }
}
