package org.sluice.ui.admission;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import org.sluice.process.admission.FieldTag;
import org.sluice.process.admission.Granularity;
import org.sluice.process.admission.ProductField;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.parts.Words;

/** One field that a product delivers. The size of a group is asked only of a statistic. */
final class ProductFieldRow extends RowList.Row<ProductField> {

    private final TextField name = field("name", new TextField(label("name")));
    private final Select<FieldTag> tag = field("tag", select("tag", FieldTag.values()));
    private final Select<Granularity> granularity = field("granularity", select("granularity", Granularity.values()));
    private final IntegerField groupSize = field("groupSize", new IntegerField(label("groupSize")));

    ProductFieldRow() {
        name.setRequiredIndicatorVisible(true);
        tag.setRequiredIndicatorVisible(true);
        granularity.setRequiredIndicatorVisible(true);
        groupSize.setRequiredIndicatorVisible(true);
        groupSize.setVisible(false);
        tag.addValueChangeListener(change -> groupSize.setVisible(change.getValue() == FieldTag.STATISTIC));
    }

    @Override
    protected ProductField read() {
        return new ProductField(
                name.getValue().isBlank() ? null : name.getValue().strip(),
                tag.getValue(),
                granularity.getValue(),
                groupSize.isVisible() ? groupSize.getValue() : null);
    }

    @Override
    protected void write(ProductField field) {
        name.setValue(Objects.requireNonNullElse(field.name(), ""));
        tag.setValue(field.tag());
        granularity.setValue(field.granularity());
        groupSize.setValue(field.groupSize());
    }

    private static <E extends Enum<E>> Select<E> select(String name, E[] all) {
        var select = new Select<E>();
        select.setLabel(label(name));
        select.setItems(all);
        select.setItemLabelGenerator(each -> each == null ? "" : Words.of(each));
        return select;
    }

    private static String label(String name) {
        return Words.of("panel.fileProductDossier.fields." + name);
    }
}
