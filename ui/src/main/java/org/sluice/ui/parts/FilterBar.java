package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The filters above a list. What they say stands in the address, so that a filtered list can be sent to somebody. */
public final class FilterBar extends Composite<Div> {

    /** One entry of a select: what the address and the desk see, and what the person reads. */
    public record Choice(String value, String label) {}

    private record Field(Supplier<@Nullable String> read, Consumer<@Nullable String> write) {}

    private static final int DEBOUNCE_MS = 350;

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Runnable changed;
    private boolean reading;

    /** @param changed runs after a person changed a filter */
    public FilterBar(Runnable changed) {
        this.changed = changed;
        getContent().addClassName("filter-bar");
        getContent().getElement().setAttribute("role", "search");
    }

    /** A field for words; its value is {@code q}. */
    public FilterBar search() {
        var field = new TextField();
        field.setPlaceholder(Words.of("parts.search"));
        field.setAriaLabel(Words.of("parts.search"));
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(DEBOUNCE_MS);
        field.addClassName("filter-search");
        return put(
                "q",
                field,
                new Field(
                        () -> field.getValue().isBlank()
                                ? null
                                : field.getValue().strip(),
                        value -> field.setValue(value == null ? "" : value)));
    }

    /** A choice of one, or none for all. */
    public FilterBar select(String name, String labelKey, List<Choice> choices) {
        var field = new ComboBox<Choice>();
        field.setItems(choices);
        field.setItemLabelGenerator(Choice::label);
        field.setPlaceholder(Words.of(labelKey));
        field.setAriaLabel(Words.of(labelKey));
        field.setClearButtonVisible(true);
        return put(
                name,
                field,
                new Field(
                        () -> field.getValue() == null ? null : field.getValue().value(),
                        value -> field.setValue(choices.stream()
                                .filter(c -> c.value().equals(value))
                                .findFirst()
                                .orElse(null))));
    }

    /** Yes or nothing; its value is {@code true} when set. */
    public FilterBar toggle(String name, String labelKey) {
        var field = new Checkbox(Words.of(labelKey));
        return put(
                name,
                field,
                new Field(
                        () -> field.getValue() ? "true" : null,
                        value -> field.setValue(Objects.equals(value, "true"))));
    }

    /** Something else that the list depends on, such as a tab: it stands in the address with the filters. */
    public FilterBar also(String name, Supplier<@Nullable String> read, Consumer<@Nullable String> write) {
        fields.put(name, new Field(read, write));
        return this;
    }

    /** Tells that what {@link #also} stands for was changed; nothing happens while an address is being read. */
    public void change() {
        if (!reading) {
            write();
            changed.run();
        }
    }

    /** What the filter says now, or null when it is not set. */
    public @Nullable String value(String name) {
        return Objects.requireNonNull(fields.get(name), name).read().get();
    }

    public boolean isSet(String name) {
        return value(name) != null;
    }

    /** Takes the filters from an address; runs nothing. */
    public void read(QueryParameters query) {
        reading = true;
        fields.forEach((name, field) -> field.write()
                .accept(query.getSingleParameter(name).filter(v -> !v.isBlank()).orElse(null)));
        reading = false;
    }

    private <C extends Component & HasValue<?, ?>> FilterBar put(String name, C component, Field field) {
        fields.put(name, field);
        component.addValueChangeListener(change -> change());
        getContent().add(component);
        return this;
    }

    private void write() {
        var set = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> {
            var value = field.read().get();
            if (value != null) {
                set.put(name, value);
            }
        });
        var ui = UI.getCurrent();
        var path = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(set)));
    }
}
