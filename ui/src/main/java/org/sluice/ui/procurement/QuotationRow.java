package org.sluice.ui.procurement;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.TaskId;
import org.sluice.process.procurement.Pricing;
import org.sluice.process.procurement.Quotation;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.MoneyField;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.parts.Words;
import org.sluice.ui.tasks.ChoiceBox;
import org.sluice.ui.tasks.TaskDesk.Choice;

/** One supplier's offer. A product that the catalogue does not know goes by the name that the supplier gives it. */
final class QuotationRow extends RowList.Row<Quotation> {

    private final SupplierBox supplier;
    private final ComboBox<String> productCode;
    private final TextField productName;
    private final Select<Pricing> pricing;
    private final MoneyField unitPrice;
    private final MoneyField amount;
    private final IntegerField contractMonths;
    private final DayField quotedOn;

    QuotationRow(QuotationDesk desk, TaskId task) {
        supplier = field("supplier", new SupplierBox(label("supplier"), desk, task));
        productCode = field("productCode", ChoiceBox.of(label("productCode"), "productCode", List.of()));
        productName = field("productName", new TextField(label("productName")));
        pricing = field("pricing", new Select<>());
        unitPrice = field("unitPrice", new MoneyField(label("unitPrice")));
        amount = field("amount", new MoneyField(label("amount")));
        contractMonths = field("contractMonths", new IntegerField(label("contractMonths")));
        quotedOn = field("quotedOn", new DayField(label("quotedOn")));
        productCode.setClearButtonVisible(true);
        offerProducts(null, List.of());
        supplier.addValueChangeListener(change -> offerProducts(
                change.getValue(), change.getValue() == null ? List.of() : desk.products(task, change.getValue())));
        pricing.setLabel(label("pricing"));
        pricing.setItems(Pricing.values());
        pricing.setItemLabelGenerator(kind -> kind == null ? "" : Words.of(kind));
        pricing.addValueChangeListener(change -> {
            unitPrice.setVisible(change.getValue() != Pricing.FREE);
            amount.setVisible(change.getValue() != Pricing.FREE);
        });
        productCode.addValueChangeListener(change -> productName.setVisible(change.getValue() == null));
        Stream.<HasValue<?, ?>>of(supplier, productName, pricing, unitPrice, amount, contractMonths, quotedOn)
                .forEach(field -> field.setRequiredIndicatorVisible(true));
    }

    /** What the catalogue has of this supplier and the bank may buy; a product of another one is not offered. */
    private void offerProducts(@Nullable String of, List<QuotationDesk.Named> its) {
        ChoiceBox.offer(
                productCode,
                its.stream()
                        .map(product -> new Choice("productCode", product.code(), product.called(), false, null, null))
                        .toList());
        productCode.setHelperText(
                label(of == null ? "productCode.first" : its.isEmpty() ? "productCode.none" : "productCode.help"));
    }

    @Override
    protected Quotation read() {
        return new Quotation(
                supplier.getValue(),
                productCode.getValue(),
                productName.isVisible() ? written(productName) : null,
                pricing.getValue(),
                unitPrice.isVisible() ? unitPrice.getValue() : null,
                amount.isVisible() ? amount.getValue() : null,
                contractMonths.getValue(),
                quotedOn.getValue());
    }

    @Override
    protected void write(Quotation offer) {
        supplier.setValue(offer.supplier());
        productCode.setValue(offer.productCode());
        productName.setValue(Objects.requireNonNullElse(offer.productName(), ""));
        pricing.setValue(offer.pricing());
        unitPrice.setValue(offer.unitPrice());
        amount.setValue(offer.amount());
        contractMonths.setValue(offer.contractMonths());
        quotedOn.setValue(offer.quotedOn());
    }

    private static @Nullable String written(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static String label(String name) {
        return Words.of("panel.recordQuotations.quotations." + name);
    }
}
