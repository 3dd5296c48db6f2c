package org.sluice.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.Choices;
import org.sluice.ui.privacy.PrivacyJobDesk.DataSet;
import org.sluice.ui.privacy.PrivacyJobDesk.Option;
import org.sluice.ui.privacy.PrivacyJobDesk.Partner;

/** The fields of a request for a privacy job. Each output says what either side will learn; how it computes is folded away. */
final class PrivacyJobFields extends Composite<FormLayout> {

    private static final int USUAL_DAYS = 30;

    private final FormFields fields = new FormFields();
    private final ComboBox<Option> unit = fields.required("unitCode", new ComboBox<>(label("unitCode")));
    private final Select<Purpose> purpose = fields.required("purpose", new Select<>());
    private final ComboBox<Partner> partner = fields.required("partner", new ComboBox<>(label("partner")));
    private final ComboBox<DataSet> bankData = fields.required("bankDataSet", new ComboBox<>(label("bankDataSet")));
    private final ComboBox<DataSet> partnerData =
            fields.required("partnerDataSet", new ComboBox<>(label("partnerDataSet")));
    private final RadioButtonGroup<PrivacyOutput> output =
            fields.required("output", new RadioButtonGroup<>(label("output")));
    private final IntegerField keepDays = fields.required("keepDays", new IntegerField(label("keepDays")));
    private final TextArea reason = fields.required("reason", new TextArea(label("reason")));
    private final Select<PrivacyMethod> method = fields.add("method", new Select<>());
    private final Select<CryptoSuite> suite = fields.add("suite", new Select<>());
    private final NativeDetails force = new NativeDetails(Words.of("privacy.form.force"));

    PrivacyJobFields() {
        unit.setItemLabelGenerator(option -> Words.of(option.label()));
        purpose.setLabel(label("purpose"));
        purpose.setItems(Purpose.values());
        purpose.setItemLabelGenerator(Words::of);
        partner.setItemLabelGenerator(each -> Words.of(each.name()));
        partner.addValueChangeListener(change -> partnerData(change.getValue()));
        bankData.setItemLabelGenerator(PrivacyJobFields::dataSet);
        partnerData.setItemLabelGenerator(PrivacyJobFields::dataSet);
        partnerData(null);
        outputs();
        keepDays.setValue(USUAL_DAYS);
        keepDays.setHelperText(Words.of("privacy.form.keepDays.hint"));
        reason.setMinRows(3);
        forced();
        getContent().add(unit, purpose, partner, bankData, partnerData, output, keepDays, reason, force);
        List.of(output, reason, force).forEach(wide -> getContent().setColspan(wide, 2));
    }

    /** What is alone is chosen already. */
    void offer(Choices choices) {
        offer(unit, choices.units());
        offer(bankData, choices.bankDataSets());
        offer(partner, choices.partners());
    }

    /** As {@link FormFields#attempt}; what is wrong with a field that is folded away unfolds it. */
    boolean attempt(Runnable action) {
        var done = fields.attempt(action);
        if (method.isInvalid() || suite.isInvalid()) {
            force.setOpen(true);
        }
        return done;
    }

    PrivacyJobForm read() {
        return new PrivacyJobForm(
                unit.getValue() == null ? null : unit.getValue().code(),
                purpose.getValue(),
                partner.getValue() == null ? null : partner.getValue().code(),
                handle(bankData.getValue()),
                handle(partnerData.getValue()),
                output.getValue(),
                method.getValue(),
                suite.getValue(),
                keepDays.getValue(),
                reason.getValue().isBlank() ? null : reason.getValue().strip());
    }

    /** Which data sets there are depends on whose they are. */
    private void partnerData(@Nullable Partner whose) {
        partnerData.setItems(whose == null ? List.of() : whose.dataSets());
        partnerData.clear();
        partnerData.setEnabled(whose != null);
        var hint = whose == null ? "privacy.form.partnerFirst" : "privacy.form.partnerHasNone";
        partnerData.setHelperText(whose != null && !whose.dataSets().isEmpty() ? "" : Words.of(hint));
        if (whose != null && whose.dataSets().size() == 1) {
            partnerData.setValue(whose.dataSets().get(0));
        }
    }

    private void outputs() {
        output.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        output.setItems(PrivacyOutput.values());
        output.setRenderer(new ComponentRenderer<>(PrivacyJobFields::learns));
        output.addValueChangeListener(change -> {
            fields.unsay("method", "methodTellsOne");
            fields.unsay("bankDataSet", "withoutValues");
        });
    }

    private static Component learns(PrivacyOutput output) {
        var key = "privacy.form.output." + output.name();
        var bank = new Div(Words.of(key + ".bank"));
        var partner = new Div(Words.of(key + ".partner"));
        bank.addClassName("quiet");
        partner.addClassName("quiet");
        return new Div(new Span(Words.of(output)), bank, partner);
    }

    private void forced() {
        choice(method, "method", PrivacyMethod.values());
        choice(suite, "suite", CryptoSuite.values());
        method.setHelperText(Words.of("privacy.form.method.hint"));
        method.addValueChangeListener(change -> fields.unsay("suite", "suiteOfMethod"));
        var both = new Div(method, suite);
        both.addClassName("two-column-form");
        force.setContent(both);
    }

    /** Nothing chosen: the house chooses. */
    private static <E extends Enum<E>> void choice(Select<E> select, String field, E[] values) {
        select.setLabel(label(field));
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(Words.of("privacy.form.houseChooses"));
        select.setPlaceholder(Words.of("privacy.form.houseChooses"));
        select.setItemLabelGenerator(each -> each == null ? Words.of("privacy.form.houseChooses") : Words.of(each));
    }

    private static <T> void offer(ComboBox<T> box, List<T> items) {
        box.setItems(items);
        if (items.size() == 1) {
            box.setValue(items.get(0));
        }
    }

    private static String dataSet(DataSet set) {
        var format = Format.forReader();
        return Words.of(
                set.valued() ? "privacy.form.dataSetWithValues" : "privacy.form.dataSet",
                set.name(),
                format.number(set.rows()),
                format.moment(set.registeredAt()));
    }

    private static @Nullable String handle(@Nullable DataSet set) {
        return set == null ? null : set.handle();
    }

    private static String label(String field) {
        return Words.of("privacy.form." + field);
    }
}
