package org.sluice.ui.procurement;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.TaskId;
import org.sluice.ui.parts.Words;
import org.sluice.ui.procurement.QuotationDesk.Named;

/**
 * One of all suppliers, found by any part of its name or code, and fetched page by page. What was typed and stands for
 * exactly one of them is that one.
 */
final class SupplierBox extends ComboBox<String> {

    private static final int ENOUGH_TO_TELL = 50;

    private final transient QuotationDesk desk;
    private final transient TaskId task;
    private final transient Map<String, LocalText> names = new HashMap<>();

    SupplierBox(String label, QuotationDesk desk, TaskId task) {
        super(label);
        this.desk = desk;
        this.task = task;
        setItems(asked -> found(asked.getFilter().orElse(""), asked.getOffset(), asked.getLimit()).stream()
                .map(Named::code));
        setItemLabelGenerator(this::label);
        // without it the browser forgets what was typed, and asks nobody
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> take(typed.getDetail()));
    }

    private List<Named> found(String text, int offset, int limit) {
        // the sign between name and code stands in neither
        var found = desk.suppliers(task, text.replace('·', ' '), offset, limit);
        found.forEach(each -> names.put(each.code(), each.called()));
        return found;
    }

    private String label(String code) {
        if (!names.containsKey(code)) {
            found(code, 0, ENOUGH_TO_TELL);
        }
        var name = names.get(code);
        return name == null ? code : Words.of(name);
    }

    private void take(String typed) {
        var meant = meant(typed.strip());
        setValue(meant);
        setErrorMessage(meant == null ? Words.of("panel.notOneOfThem", typed.strip()) : "");
        setInvalid(meant == null);
    }

    private @Nullable String meant(String typed) {
        var found = found(typed, 0, ENOUGH_TO_TELL);
        var exact = found.stream().filter(each -> isCalled(each, typed)).toList();
        var one = exact.isEmpty() ? found : exact;
        return one.size() == 1 ? one.get(0).code() : null;
    }

    private static boolean isCalled(Named each, String typed) {
        return Stream.of(each.name(), each.called())
                .flatMap(text -> Stream.of(text.zh(), text.en(), each.code()))
                .anyMatch(typed::equalsIgnoreCase);
    }
}
