package org.sluice.ui.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.parts.RowList;

/** One of several records that make up a fact, such as a hop of the source chain. */
final class FactRow extends RowList.Row<Map<String, Object>> {

    private final List<FactField> fields;

    FactRow(List<Fact> elements) {
        fields = elements.stream().map(FactField::of).toList();
        fields.forEach(field -> field.join(this));
    }

    <F extends Component & HasValidation & HasValue<?, ?>> void take(String name, F field) {
        field(name, field);
    }

    @Override
    protected Map<String, Object> read() {
        var said = new LinkedHashMap<String, Object>();
        fields.forEach(field -> {
            var value = field.read();
            if (value != null) {
                said.put(field.name(), value);
            }
        });
        return said;
    }

    @Override
    protected void write(Map<String, Object> record) {
        fields.forEach(field -> {
            var value = record.get(field.name());
            if (value != null) {
                field.write(value);
            }
        });
    }
}
