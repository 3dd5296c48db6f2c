package org.sluice.ui.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.HiddenQueryForm;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.HiddenQueryDesk.Choices;
import org.sluice.ui.privacy.HiddenQueryDesk.ListState;
import org.sluice.ui.privacy.HiddenQueryDesk.Option;
import org.sluice.ui.privacy.HiddenQueryDesk.SuppliersList;

/** The fields of a hidden query. A list that cannot be asked is offered with its state, and says why when it is chosen. */
final class HiddenQueryFields extends Composite<FormLayout> {

    private static final Pattern OF_ONE = Pattern.compile("identifiers\\[(\\d{1,4})]");

    private final FormFields fields = new FormFields();
    private final ComboBox<Option> unit = fields.required("unitCode", new ComboBox<>(label("unitCode")));
    private final Select<Purpose> purpose = fields.required("purpose", new Select<>());
    private final ComboBox<SuppliersList> list = fields.required("list", new ComboBox<>(label("list")));
    private final TextArea identifiers = fields.required("identifiers", new TextArea(label("identifiers")));

    /** @param chosen is told of the list that was chosen, and of none */
    HiddenQueryFields(Consumer<Optional<SuppliersList>> chosen) {
        unit.setItemLabelGenerator(option -> Words.of(option.label()));
        purpose.setLabel(label("purpose"));
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(Words::of);
        list.setItemLabelGenerator(HiddenQueryFields::named);
        list.addValueChangeListener(change -> {
            sayAway();
            chosen.accept(Optional.ofNullable(change.getValue()));
        });
        identifiers.setMinRows(4);
        identifiers.setMaxRows(12);
        // what was asked does not stay in the browser's memory of forms
        identifiers.setAutocomplete(Autocomplete.OFF);
        identifiers.addValueChangeListener(change -> count());
        count();
        getContent().add(unit, purpose, list, identifiers);
        getContent().setColspan(list, 2);
        getContent().setColspan(identifiers, 2);
    }

    /** What is alone is chosen already; what was chosen stays so, as it stands now. */
    void offer(Choices choices) {
        offer(unit, choices.units(), Option::code);
        offer(list, choices.lists(), SuppliersList::id);
    }

    /** Nothing that was typed is left. */
    void forget() {
        identifiers.clear();
    }

    void focusIdentifiers() {
        identifiers.focus();
    }

    /**
     * Hands on the question if nothing is wrong with it; what is wrong is said at its field, and of an identifier with its
     * line.
     */
    boolean attempt(Consumer<HiddenQueryForm> action) {
        var lines = IdentifierLines.of(identifiers.getValue());
        var wrong = new ArrayList<FieldProblem>();
        var done = fields.attempt(() -> {
            try {
                var body = read(lines);
                if (!body.problems().isEmpty() || away(list.getValue())) {
                    throw new Invalid(body.problems());
                }
                action.accept(body);
            } catch (Invalid invalid) {
                wrong.addAll(invalid.problems());
                throw new Invalid(wrong.stream().map(HiddenQueryFields::placed).toList());
            }
        });
        if (wrong.stream().anyMatch(problem -> OF_ONE.matcher(problem.field()).matches())) {
            identifiers.setErrorMessage(ofLines(wrong, lines));
        }
        if (!done && sayAway() && wrong.isEmpty()) {
            list.focus();
        }
        return done;
    }

    private HiddenQueryForm read(IdentifierLines lines) {
        return new HiddenQueryForm(
                unit.getValue() == null ? null : unit.getValue().code(),
                purpose.getValue(),
                list.getValue() == null ? null : list.getValue().id(),
                lines.identifiers());
    }

    private void count() {
        var lines = IdentifierLines.of(identifiers.getValue());
        var format = Format.forReader();
        var many = format.number(lines.identifiers().size());
        var counted = format.number(lines.counted());
        if (lines.identifiers().isEmpty()) {
            identifiers.setHelperText(Words.of("privacy.query.identifiers.hint", HiddenQueryForm.MOST));
        } else if (lines.doubled() == 0) {
            identifiers.setHelperText(Words.of("privacy.query.identifiers.told", many, counted));
        } else {
            identifiers.setHelperText(
                    Words.of("privacy.query.identifiers.doubled", many, counted, format.number(lines.doubled())));
        }
        if (lines.identifiers().size() > HiddenQueryForm.MOST) {
            identifiers.setHelperText(Words.of("privacy.query.identifiers.hint", HiddenQueryForm.MOST));
            identifiers.setErrorMessage(
                    new FieldProblem("identifiers", "atMostIdentifiers", HiddenQueryForm.MOST).text(Words.locale()));
            identifiers.setInvalid(true);
        }
    }

    private boolean sayAway() {
        var chosen = list.getValue();
        if (!away(chosen)) {
            return false;
        }
        list.setErrorMessage(why(chosen));
        list.setInvalid(true);
        return true;
    }

    private static boolean away(@Nullable SuppliersList chosen) {
        return chosen != null && chosen.state() != ListState.READY;
    }

    private static String why(SuppliersList away) {
        return away.says() == null
                ? Words.of("privacy.query." + away.state().name())
                : Words.of(away.state()) + " · " + Words.of(away.says());
    }

    private static FieldProblem placed(FieldProblem problem) {
        return OF_ONE.matcher(problem.field()).matches()
                ? new FieldProblem("identifiers", problem.key(), problem.arguments())
                : problem;
    }

    /** What is wrong with several lines alike is said once. */
    private static String ofLines(List<FieldProblem> problems, IdentifierLines lines) {
        var said = new LinkedHashMap<String, TreeSet<Integer>>();
        for (var problem : problems) {
            var one = OF_ONE.matcher(problem.field());
            var text = problem.text(Words.locale());
            if (one.matches()) {
                int index = Integer.parseInt(one.group(1));
                said.computeIfAbsent(text, each -> new TreeSet<>())
                        .add(index < lines.lines().size() ? lines.lines().get(index) : index + 1);
            } else if (problem.field().equals("identifiers")) {
                said.computeIfAbsent(text, each -> new TreeSet<>());
            }
        }
        return said.entrySet().stream()
                .map(each -> ofLines(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String ofLines(String text, Set<Integer> where) {
        if (where.isEmpty()) {
            return text;
        }
        var numbers = where.stream().map(String::valueOf).collect(Collectors.joining(Words.of("parts.comma")));
        return Words.of(where.size() == 1 ? "privacy.query.line" : "privacy.query.lines", numbers, text);
    }

    private static <T> void offer(ComboBox<T> box, List<T> items, Function<T, String> id) {
        var before = box.getValue();
        box.setItems(items);
        var now = before == null
                ? items.stream().filter(each -> items.size() == 1)
                : items.stream().filter(each -> Objects.equals(id.apply(each), id.apply(before)));
        now.findFirst().ifPresentOrElse(box::setValue, box::clear);
    }

    private static String named(SuppliersList each) {
        var name = each.name() + " · " + Words.of(each.product()) + " · " + Words.of(each.supplier());
        return each.state() == ListState.READY ? name : name + " · " + Words.of(each.state());
    }

    private static String label(String field) {
        return Words.of("privacy.query." + field);
    }
}
