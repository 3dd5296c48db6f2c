package org.sluice.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;

/** The fields of a form by their path in its body, so that every problem finds its field. */
public final class FormFields {

    /** A label that is longer than its field goes on in the next line instead of being cut. */
    private static final String WHOLE_LABEL =
            "const label = this.querySelector(':scope > label'); if (label) label.style.whiteSpace = 'normal'";

    /**
     * These fields tell a screen reader that they must be filled in by an attribute that their role does not know: none
     * reads it, and checkers call the page broken. The mark at the label stays.
     */
    private static final String ROLE_FIRST = """
            const told = this.querySelector(':scope > vaadin-select-value-button') ?? this;
            const drop = () => told.hasAttribute('aria-required') && told.removeAttribute('aria-required');
            new MutationObserver(drop).observe(told, {attributes: true, attributeFilter: ['aria-required']});
            drop();
            """;

    private record Said(List<FieldProblem> problems) {}

    /** What only the path of a row's field holds. */
    private static final String ROW = "[";

    private final Map<String, Component> byPath = new LinkedHashMap<>();

    /** Takes a field in, or to another path; what is wrong with it is said until its value changes. */
    public <F extends Component & HasValidation & HasValue<?, ?>> F add(String path, F field) {
        if (ComponentUtil.getData(field, FormFields.class) == null) {
            ComponentUtil.setData(field, FormFields.class, this);
            field.setManualValidation(true);
            field.getElement().executeJs(WHOLE_LABEL);
            if (field instanceof Select || field instanceof CustomField) {
                field.getElement().executeJs(ROLE_FIRST);
            }
            field.addValueChangeListener(change -> clear(field));
        }
        byPath.put(path, field);
        return field;
    }

    /** As {@link #add}, for a field that must be filled in. */
    public <F extends Component & HasValidation & HasValue<?, ?>> F required(String path, F field) {
        field.setRequiredIndicatorVisible(true);
        return add(path, field);
    }

    /** What stands in the fields by their paths; the fields of rows are in their table's value. */
    public Map<String, @Nullable Object> values() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        byPath.forEach((path, field) -> {
            if (!path.contains(ROW)) {
                values.put(path, ((HasValue<?, ?>) field).getValue());
            }
        });
        return values;
    }

    /** Puts {@link #values} into a form of the same kind. */
    @SuppressWarnings("unchecked") // what a field has given, its like takes
    public void fill(Map<String, @Nullable Object> values) {
        values.forEach((path, value) -> {
            var field = (HasValue<?, Object>) byPath.get(path);
            if (field != null && value == null) {
                field.clear();
            } else if (field != null) {
                field.setValue(value);
            }
        });
    }

    /** Takes a problem back wherever it is said below a path, since something beside the field has changed. */
    public void unsay(String prefix, String key) {
        byPath.forEach((path, field) -> {
            var said = ComponentUtil.getData(field, Said.class);
            if (path.startsWith(prefix)
                    && said != null
                    && said.problems().stream()
                            .allMatch(problem -> problem.key().equals(key))) {
                clear((HasValidation) field);
            }
        });
    }

    /** Forgets the fields below a path, when the rows of a table were numbered anew. */
    public void forget(String prefix) {
        byPath.keySet().removeIf(path -> path.startsWith(prefix));
    }

    /**
     * Says each problem at its field and goes to the first of them.
     *
     * @return the problems that have no visible field here
     */
    public List<FieldProblem> show(List<FieldProblem> problems, Locale locale) {
        byPath.values().forEach(field -> clear((HasValidation) field));
        var homeless = new ArrayList<FieldProblem>();
        var placed = new LinkedHashMap<String, List<FieldProblem>>();
        for (var problem : problems) {
            var field = byPath.get(problem.field());
            if (field == null || !field.isVisible()) {
                homeless.add(problem);
            } else {
                placed.computeIfAbsent(problem.field(), path -> new ArrayList<>())
                        .add(problem);
            }
        }
        byPath.forEach((path, field) -> {
            if (placed.containsKey(path)) {
                say((HasValidation) field, Objects.requireNonNull(placed.get(path)), locale);
            }
        });
        byPath.keySet().stream()
                .filter(placed::containsKey)
                .min(Comparator.comparingInt(this::place))
                .map(byPath::get)
                .ifPresent(FormFields::focus);
        return List.copyOf(homeless);
    }

    /** Rows come later than the fields below their table, and stand above them. */
    private int place(String path) {
        var table = path.indexOf(ROW);
        return List.copyOf(byPath.keySet()).indexOf(table < 0 ? path : path.substring(0, table));
    }

    /**
     * Does something that the house may refuse: what is wrong with a field is said there, anything else in a notice.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable action) {
        var homeless = show(List.of(), Words.locale());
        try {
            action.run();
            return true;
        } catch (Invalid invalid) {
            homeless = show(invalid.problems(), Words.locale());
        } catch (RuntimeException e) {
            Notice.failure(e);
        }
        if (!homeless.isEmpty()) {
            Notice.failure(new Invalid(homeless));
        }
        return false;
    }

    /** Goes to the first field that can be filled in. */
    public void focusFirst() {
        byPath.values().stream().filter(Component::isVisible).findFirst().ifPresent(FormFields::focus);
    }

    /** In the browser, since a radio group is focused through the first of its buttons, and a table through what is in it. */
    private static void focus(Component field) {
        field.getElement().executeJs("""
                const inside = this.matches('vaadin-custom-field')
                    ? this.querySelector('input, textarea') ?? this.querySelector('vaadin-button')
                    : this.querySelector('vaadin-radio-button');
                setTimeout(() => (inside ?? this).focus());
                """);
    }

    private static void say(HasValidation field, List<FieldProblem> problems, Locale locale) {
        ComponentUtil.setData((Component) field, Said.class, new Said(problems));
        field.setErrorMessage(
                problems.stream().map(problem -> problem.text(locale)).collect(Collectors.joining(" ")));
        field.setInvalid(true);
    }

    private static void clear(HasValidation field) {
        field.setInvalid(false);
        field.setErrorMessage("");
    }
}
