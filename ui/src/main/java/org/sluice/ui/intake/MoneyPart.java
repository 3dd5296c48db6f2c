package org.sluice.ui.intake;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Money;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.RequirementForm;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.MoneyField;
import org.sluice.ui.parts.Words;

/** What it may cost, who pays, and what has been looked at before. */
final class MoneyPart extends FormPart {

    final Select<BudgetSource> source;
    final MoneyField amount;
    final MoneyField benefitPerYear;
    final TextField supplier;
    final TextField supplierReason;

    private final MultiSelectComboBox<String> alternatives;
    private @Nullable Money available;

    MoneyPart(FormFields fields, Runnable changed) {
        super("money", fields, changed);
        source = constant("budgetSource", BudgetSource.class);
        amount = money("budgetAmount");
        benefitPerYear = money("expectedBenefitPerYear");
        alternatives = place("knownAlternatives", new MultiSelectComboBox<String>(label("knownAlternatives")));
        alternatives.setAllowCustomValue(true);
        alternatives.addCustomValueSetListener(typed -> looksAt(typed.getDetail()));
        alternatives.setHelperText(label("knownAlternatives.help"));
        supplier = text("preferredSupplier");
        supplierReason = text("preferredSupplierReason");
        supplierReason.setRequiredIndicatorVisible(true);
        supplierReason.setVisible(false);
        supplier.addValueChangeListener(
                change -> supplierReason.setVisible(!change.getValue().isBlank()));
        mandatory(source);
        source.addValueChangeListener(change -> amount.setRequiredIndicatorVisible(
                change.getValue() != null && change.getValue() != BudgetSource.NONE));
        amount.addValueChangeListener(change -> compare());
    }

    /** Shows what the chosen line has left; null when there is no such line. */
    void available(@Nullable Money left) {
        available = left;
        compare();
    }

    /** Notes a product that has been looked at and does not serve. */
    void looksAt(String productCode) {
        var codes = new LinkedHashSet<>(alternatives.getValue());
        codes.add(productCode.strip());
        alternatives(List.copyOf(codes));
    }

    List<String> alternatives() {
        return List.copyOf(alternatives.getValue());
    }

    @Override
    void fill(RequirementForm form) {
        source.setValue(form.budgetSource());
        amount.setValue(form.budgetAmount());
        benefitPerYear.setValue(form.expectedBenefitPerYear());
        supplier.setValue(orEmpty(form.preferredSupplier()));
        supplierReason.setValue(orEmpty(form.preferredSupplierReason()));
        alternatives(form.knownAlternatives());
    }

    private void alternatives(List<String> codes) {
        alternatives.setItems(codes);
        alternatives.setValue(new LinkedHashSet<>(codes));
    }

    private void compare() {
        if (available == null) {
            amount.setHelperText(source.getValue() == null ? "" : label("budget." + noLine(source.getValue())));
            return;
        }
        var text = Words.of("requirement.budget.left", Format.forReader().money(available));
        var wanted = amount.getValue();
        amount.setHelperText(tooMuch(wanted) ? text + " " + label("budget.short") : text);
    }

    private static String noLine(BudgetSource source) {
        return source == BudgetSource.NONE ? "none" : "noLine";
    }

    private boolean tooMuch(@Nullable BigDecimal wanted) {
        return wanted != null && available != null && wanted.compareTo(available.amount()) > 0;
    }
}
