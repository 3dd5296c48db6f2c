package org.sluice.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Invalid;
import org.sluice.process.access.ConsentProof;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.UsageForm;
import org.sluice.process.intake.LegalBasis;
import org.sluice.ui.access.UsageDesk.Choices;
import org.sluice.ui.access.UsageDesk.CostCentre;
import org.sluice.ui.access.UsageDesk.Option;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;

/** Asks for the use of one product. What the house knows by itself is not asked. */
@Route(value = Routes.GRANTS + "/request/:code", layout = MainLayout.class)
@PermitAll
class UsageRequestView extends Screen implements BeforeEnterObserver {

    private final transient UsageDesk desk;
    private final String key = UUID.randomUUID().toString();
    private final FormFields fields = new FormFields();
    private final FormLayout form = new FormLayout();
    private String product = "";

    private final ComboBox<Option> unit = box("unitCode");
    private final ComboBox<Option> scenario = box("scenarioCode");
    private final TextField system = required("callingSystem", new TextField(label("callingSystem")));
    private final Select<Purpose> purpose = required("purpose", select("purpose", Purpose.values()));
    private final MultiSelectComboBox<Option> wanted =
            required("fields", new MultiSelectComboBox<Option>(label("fields")));
    private final Select<LegalBasis> basis = place("legalBasis", select("legalBasis", LegalBasis.values()));
    private final Select<ConsentProof> proof = required("consentProof", select("consentProof", ConsentProof.values()));
    private final IntegerField calls = required("callsPerDay", new IntegerField(label("callsPerDay")));
    private final IntegerField peak = place("peakTps", new IntegerField(label("peakTps")));
    private final DayField until = required("validTo", new DayField(label("validTo")));
    private final ComboBox<CostCentre> centre = required("costCentre", new ComboBox<CostCentre>(label("costCentre")));
    private final Checkbox store = place("storeResults", new Checkbox(label("storeResults")));
    private final IntegerField retention = place("retentionDays", new IntegerField(label("retentionDays")));
    private final Checkbox encrypted = place("resultsEncrypted", new Checkbox(label("resultsEncrypted")));
    private final Checkbox downstream = place("downstreamSharing", new Checkbox(label("downstreamSharing")));
    private final Checkbox model = place("modelUse", new Checkbox(label("modelUse")));
    private final Checkbox optOut = place("optOutOffered", new Checkbox(label("optOutOffered")));

    UsageRequestView(UsageDesk desk) {
        super("access.request");
        this.desk = desk;
        centre.setItemLabelGenerator(
                line -> Words.of(line.label()) + " · " + Format.forReader().money(line.left()));
        wanted.setItemLabelGenerator(option -> Words.of(option.label()));
        unit.addValueChangeListener(change -> centres());
        scenario.addValueChangeListener(change -> centres());
        store.addValueChangeListener(change -> stored(change.getValue()));
        purpose.addValueChangeListener(change -> optOut.setVisible(change.getValue() == Purpose.MARKETING));
        optOut.setVisible(false);
        stored(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        var choices = desk.choices(enter.getRouteParameters().get("code").orElse(""));
        product = choices.productCode();
        offer(choices);
        title(Words.of("access.form.title", Words.of(choices.productName())));
        var send = new Button(Words.of("access.form.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var ways = new Div(send);
        ways.addClassName("form-ways");
        removeAll();
        add(new PageHeader(title()).subtitle(Words.of("access.form.subtitle")), form, ways);
    }

    private void offer(Choices choices) {
        unit.setItems(choices.units());
        if (choices.units().size() == 1) {
            unit.setValue(choices.units().get(0));
        }
        scenario.setItems(choices.scenarios());
        wanted.setItems(choices.fields());
        until.setValue(choices.longest());
    }

    /** Which lines can bear it depends on who uses it for what. */
    private void centres() {
        var of = unit.getValue();
        var forWhat = scenario.getValue();
        centre.setItems(of == null || forWhat == null ? List.of() : desk.costCentres(of.code(), forWhat.code()));
    }

    private void stored(boolean yes) {
        retention.setVisible(yes);
        encrypted.setVisible(yes);
    }

    private void send() {
        var sent = fields.attempt(() -> {
            var body = read();
            if (!body.problems().isEmpty()) {
                throw new Invalid(body.problems());
            }
            var receipt = desk.request(body, key);
            Notice.success("access.form.sent", receipt.number());
            UI.getCurrent().navigate(Routes.caseOf(receipt.caseId()));
        });
        if (sent) {
            form.setEnabled(false);
        }
    }

    private UsageForm read() {
        var stored = store.getValue();
        return new UsageForm(
                product,
                code(unit.getValue()),
                code(scenario.getValue()),
                system.getValue().isBlank() ? null : system.getValue().strip(),
                purpose.getValue(),
                basis.getValue(),
                proof.getValue(),
                wanted.getValue().stream().map(Option::code).toList(),
                calls.getValue() == null ? null : calls.getValue().longValue(),
                peak.getValue(),
                until.getValue(),
                stored,
                stored ? retention.getValue() : null,
                stored ? encrypted.getValue() : null,
                downstream.getValue(),
                centre.getValue() == null ? null : centre.getValue().code(),
                model.getValue(),
                purpose.getValue() == Purpose.MARKETING ? optOut.getValue() : null);
    }

    private static @Nullable String code(@Nullable Option option) {
        return option == null ? null : option.code();
    }

    private ComboBox<Option> box(String field) {
        var box = required(field, new ComboBox<Option>(label(field)));
        box.setItemLabelGenerator(option -> Words.of(option.label()));
        return box;
    }

    private static <E extends Enum<E>> Select<E> select(String field, E[] values) {
        var select = new Select<E>();
        select.setLabel(label(field));
        select.setItems(values);
        select.setItemLabelGenerator(Words::of);
        return select;
    }

    private <F extends Component & HasValidationProperties & HasValue<?, ?>> F required(String field, F component) {
        component.setRequiredIndicatorVisible(true);
        return place(field, component);
    }

    private <F extends Component & HasValidationProperties & HasValue<?, ?>> F place(String field, F component) {
        form.add(component);
        return fields.add(field, component);
    }

    private static String label(String field) {
        return Words.of("access.form." + field);
    }
}
