package org.sluice.ui.procurement;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.LocalText;
import org.sluice.process.Money;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.procurement.ApproveContract;
import org.sluice.process.procurement.ChooseOffer;
import org.sluice.process.procurement.OfferChoice;
import org.sluice.process.procurement.OverrunChoice;
import org.sluice.process.procurement.PlanSourcing;
import org.sluice.process.procurement.Pricing;
import org.sluice.process.procurement.Quotation;
import org.sluice.process.procurement.QuotationResult;
import org.sluice.process.procurement.RecordQuotations;
import org.sluice.process.procurement.RegisterContract;
import org.sluice.process.procurement.SourcingChoice;
import org.sluice.ui.fakes.FakeQuotations;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.MoneyField;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskDesk.Figure;
import org.sluice.ui.tasks.TaskDesk.Material;
import org.sluice.ui.tasks.TaskPanel;

class ProcurementPanelsTest {

    private static final Material GIVEN = new Material(
            List.of(
                    choice("supplier", "SUP-00007", "Zhaoxi Data"),
                    choice("supplier", "SUP-00011", "Yunxi Data"),
                    new Choice(
                            "productCode",
                            "DP-00042",
                            new LocalText("DP-00042 税务画像", "DP-00042 Tax profile"),
                            false,
                            null,
                            null,
                            "SUP-00007"),
                    choice("joinCase", "REQ-2026-00012", "Tax data, whole bank")),
            List.of());

    /** The figures that the forms give. */
    private static Material with(String... figures) {
        return new Material(
                GIVEN.choices(),
                Stream.of(figures)
                        .map(name -> new Figure(name, new LocalText("普惠金融", "Inclusive finance"), Money.of(480_000)))
                        .toList());
    }

    private final Stage stage = new Stage().enterAs(Role.PROCUREMENT);
    private final FakeQuotations desk = stage.quotations;

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void asksForTheMarketOnlyWhenSomethingIsBought() {
        var panel = shown(new PlanSourcingPanel(GIVEN));
        assertThat(_find(panel, IntegerField.class)).isEmpty();
        radio(panel, "How does it go on?").setValue(SourcingChoice.PROCEED);
        assertThat(panel.read().problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "qualifiedSuppliers",
                        "uniquenessProven",
                        "unforeseeableUrgency",
                        "severalSuppliersWanted",
                        "specClear",
                        "limitedMarket");
        _get(panel, IntegerField.class).setValue(4);
        radio(panel, "Is it proven that only one supplier can deliver?").setValue(false);
        radio(panel, "Is it urgent for a reason that nobody could foresee?").setValue(false);
        radio(panel, "Are several suppliers to share the work?").setValue(true);
        radio(panel, "Can the wish be specified so that offers compare?").setValue(true);
        radio(panel, "Are there only few suppliers in the market?").setValue(false);
        assertThat(panel.read())
                .isEqualTo(new PlanSourcing(SourcingChoice.PROCEED, null, 4, false, false, true, true, false, null));

        radio(panel, "How does it go on?").setValue(SourcingChoice.JOIN);
        assertThat(_find(panel, IntegerField.class)).isEmpty();
        radio(panel, "Open purchase to join").setValue("REQ-2026-00012");
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("comment");
        _get(panel, TextArea.class).setValue("The same data.");
        assertThat(panel.read())
                .isEqualTo(new PlanSourcing(
                        SourcingChoice.JOIN, "REQ-2026-00012", null, null, null, null, null, null, "The same data."));
    }

    @Test
    void recordsQuotationsInBoxesThatCanBeAddedAndTakenAway() {
        var panel = shown(recording());
        radio(panel, "Has the market answered as the method asks?").setValue(QuotationResult.COMPLETE);
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("quotations");
        assertThat(panel.show(panel.read().problems(), Locale.ENGLISH))
                .as("said at the list")
                .isEmpty();

        add(panel);
        add(panel);
        assertThat(panel.show(panel.read().problems(), Locale.ENGLISH))
                .as("every problem finds its field")
                .isEmpty();
        var second = boxes(panel, "Supplier").get(1);
        assertThat(second.isInvalid()).isTrue();

        boxes(panel, "Supplier").get(0).setValue("SUP-00007");
        boxes(panel, "Product in the catalogue").get(0).setValue("DP-00042");
        pricing(panel).get(0).setValue(Pricing.PER_CALL);
        fill(panel, 0, "480000");
        money(panel, "Unit price without VAT").get(0).setValue(new BigDecimal("0.35"));
        second.setValue("SUP-00011");
        text(panel, "Name of the product, if it is new").get(0).setValue("Tax history");
        pricing(panel).get(1).setValue(Pricing.FREE);
        _find(panel, IntegerField.class).get(1).setValue(24);
        _find(panel, DayField.class).get(1).setValue(LocalDate.parse("2026-11-20"));
        assertThat(money(panel, "Unit price without VAT"))
                .as("what is free has no price")
                .hasSize(1);
        assertThat(money(panel, "Total of the whole term"))
                .as("what is free costs nothing")
                .hasSize(1);
        var known = new Quotation(
                "SUP-00007",
                "DP-00042",
                null,
                Pricing.PER_CALL,
                new BigDecimal("0.35"),
                new BigDecimal("480000"),
                24,
                LocalDate.parse("2026-11-20"));
        var free = new Quotation(
                "SUP-00011",
                null,
                "Tax history",
                Pricing.FREE,
                null,
                new BigDecimal("0"),
                24,
                LocalDate.parse("2026-11-20"));
        assertThat(panel.read()).isEqualTo(new RecordQuotations(QuotationResult.COMPLETE, List.of(known, free), null));
        assertThat(panel.read().problems()).isEmpty();

        _click(_get(
                panel,
                Button.class,
                spec -> spec.withPredicate(button ->
                        "Remove quotation 1".equals(button.getAriaLabel().orElse("")))));
        assertThat(panel.read().quotations()).containsExactly(free);
        panel.show(List.of(new FieldProblem("quotations[0].supplier", "required")), Locale.ENGLISH);
        assertThat(second.isInvalid()).as("rows are numbered anew").isTrue();
    }

    @Test
    void offersTheProductsOfTheChosenSupplierAndTakesANewOne() {
        var panel = shown(recording());
        add(panel);
        var supplier = boxes(panel, "Supplier").get(0);
        var product = boxes(panel, "Product in the catalogue").get(0);
        assertThat(product.getHelperText()).startsWith("Choose the supplier first");

        supplier.setValue("SUP-00007");
        assertThat(ComboBoxKt.getSuggestions(product)).containsExactly("Tax profile · DP-00042");
        product.setValue("DP-00042");
        assertThat(text(panel, "Name of the product, if it is new")).isEmpty();

        supplier.setValue("SUP-00011");
        assertThat(product.getValue()).as("no product of another supplier").isNull();
        assertThat(product.getHelperText()).contains("give its name");
        assertThat(text(panel, "Name of the product, if it is new")).hasSize(1);
    }

    @Test
    void takesTheOnlyChoiceThatIsMeantByWhatWasTyped() {
        var panel = shown(recording());
        add(panel);
        var supplier = boxes(panel, "Supplier").get(0);

        ComboBoxKt._fireCustomValueSet(supplier, "zhao");
        assertThat(supplier.getValue()).isEqualTo("SUP-00007");
        ComboBoxKt._fireCustomValueSet(supplier, "sup-00011");
        assertThat(supplier.getValue()).as("by its code too").isEqualTo("SUP-00011");
        assertThat(supplier.isInvalid()).isFalse();

        ComboBoxKt._fireCustomValueSet(supplier, "data");
        assertThat(supplier.getValue()).isNull();
        assertThat(supplier.getErrorMessage()).startsWith("“data” does not stand for exactly one");
    }

    @Test
    void findsEverySupplierByNameInTheReadersLanguageOrByCodePageByPage() {
        var panel = shown(recording());
        add(panel);
        var supplier = boxes(panel, "Supplier").get(0);
        assertThat(ComboBoxKt.getSuggestions(supplier))
                .hasSize(FakeQuotations.MANY + 2)
                .startsWith("Zhaoxi Data · SUP-00007");
        desk.asked.clear();
        assertThat(supplier.getLazyDataView().getItem(60)).isEqualTo("SUP-00158");
        assertThat(desk.asked).as("nobody asks for all of them at once").containsExactly(" 60 1");

        ComboBoxKt.setUserInput(supplier, "number 77");
        assertThat(ComboBoxKt.getSuggestions(supplier)).containsExactly("Firm number 77 · SUP-00177");
        supplier.setValue("SUP-00199");
        assertThat(supplier.getItemLabelGenerator().apply("SUP-00199"))
                .as("of a page that nobody has opened")
                .isEqualTo("Firm number 99 · SUP-00199");
        UI.getCurrent().setLocale(Locale.CHINESE);
        assertThat(supplier.getItemLabelGenerator().apply("SUP-00007")).isEqualTo("朝㬢数据 · SUP-00007");
    }

    @Test
    void changesAQuotationThatIsThereAlready() {
        var row = new QuotationRow(desk, new TaskId("t-1"));
        var offer = new Quotation(
                "SUP-00007",
                "DP-00042",
                null,
                Pricing.PER_CALL,
                new BigDecimal("0.35"),
                new BigDecimal("480000"),
                24,
                LocalDate.parse("2026-11-20"));
        row.write(offer);
        UI.getCurrent().add(row);
        assertThat(row.read()).isEqualTo(offer);

        boxes(row, "Supplier").get(0).setValue("SUP-00011");
        assertThat(row.read().productCode()).as("it was the other one's").isNull();
        text(row, "Name of the product, if it is new").get(0).setValue(" Tax history ");
        pricing(row).get(0).setValue(Pricing.FREE);
        assertThat(row.read())
                .isEqualTo(new Quotation(
                        "SUP-00011",
                        null,
                        "Tax history",
                        Pricing.FREE,
                        null,
                        row.read().amount(),
                        24,
                        LocalDate.parse("2026-11-20")));
        assertThat(row.read().unitPrice()).isNull();
    }

    @Test
    void theSameSupplierTwiceIsSaidByTheNumberOfTheOther() {
        var panel = shown(recording());
        radio(panel, "Has the market answered as the method asks?").setValue(QuotationResult.COMPLETE);
        add(panel);
        add(panel);
        boxes(panel, "Supplier").forEach(box -> box.setValue("SUP-00007"));
        panel.show(panel.read().problems(), Locale.ENGLISH);
        var second = boxes(panel, "Supplier").get(1);
        assertThat(second.getErrorMessage()).startsWith("Quotation 1 is of the same supplier.");

        _click(_get(
                panel,
                Button.class,
                spec -> spec.withPredicate(button ->
                        "Remove quotation 1".equals(button.getAriaLabel().orElse("")))));
        assertThat(second.isInvalid()).as("the other one is gone").isFalse();
        assertThat(pricing(panel).get(0).isInvalid())
                .as("this is still missing")
                .isTrue();
    }

    @Test
    void explainsTooFewQuotations() {
        var panel = shown(recording());
        radio(panel, "Has the market answered as the method asks?").setValue(QuotationResult.TOO_FEW);
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isTrue();
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("comment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void sayTheAmountsToDecideOn(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        for (var panel : List.of(
                new ChooseOfferPanel(with("reserved")),
                new SettleOverrunPanel(with("offered", "reserved", "gap", "available")),
                new ApproveContractPanel(with("offered")))) {
            assertThat(Texts.of(shown(panel))).contains("¥480,000.00");
            assertThat(Texts.keys(panel)).isEmpty();
        }
    }

    @Test
    void choosesAnOfferWithReasons() {
        var offer = new Choice(
                "supplier", "SUP-00007", new LocalText("朝㬢数据", "Zhaoxi Data"), false, null, Money.of(480_000));
        var panel = shown(new ChooseOfferPanel(new Material(List.of(offer), List.of())));
        assertThat(panel.getElement().getTextRecursively())
                .as("a price is not what is left of something")
                .contains("Zhaoxi Data · ¥480,000.00")
                .doesNotContain(" left");
        radio(panel, "Is one of the offers taken?").setValue(OfferChoice.CHOSEN);
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("supplier", "reasons");
        radio(panel, "Offer").setValue("SUP-00007");
        _get(panel, TextArea.class).setValue("The better data.");
        assertThat(panel.read()).isEqualTo(new ChooseOffer(OfferChoice.CHOSEN, "SUP-00007", "The better data."));
        radio(panel, "Is one of the offers taken?").setValue(OfferChoice.NONE_FITS);
        assertThat(panel.read()).isEqualTo(new ChooseOffer(OfferChoice.NONE_FITS, null, "The better data."));
    }

    @Test
    void settlesAnOverrun() {
        var panel = shown(new SettleOverrunPanel(GIVEN));
        var choice = radio(panel, "How is the offer beyond the budget settled?");
        choice.setValue(OverrunChoice.RAISE);
        assertThat(panel.read().problems()).isEmpty();
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isFalse();
        choice.setValue(OverrunChoice.NEGOTIATE);
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isTrue();
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("comment");
    }

    @Test
    void refusesAContractOnlyWithAReason() {
        var panel = shown(new ApproveContractPanel(GIVEN));
        radio(panel, "Do you approve this contract?").setValue(false);
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("comment");
        _get(panel, TextArea.class).setValue("Too long a term.");
        assertThat(panel.read()).isEqualTo(new ApproveContract(false, "Too long a term."));
    }

    @Test
    void registersTheSignedContract() {
        var panel = shown(new RegisterContractPanel());
        var days = _find(panel, DayField.class);
        _get(panel, TextField.class).setValue("HT-2026-7");
        days.get(0).setValue(LocalDate.parse("2026-12-01"));
        days.get(1).setValue(LocalDate.parse("2027-01-01"));
        days.get(2).setValue(LocalDate.parse("2026-12-31"));
        assertThat(panel.show(panel.read().problems(), Locale.ENGLISH)).isEmpty();
        assertThat(days.get(2).isInvalid()).isTrue();
        days.get(2).setValue(LocalDate.parse("2028-12-31"));
        assertThat(panel.read().promisedHitRate()).as("left empty").isNull();
        _get(panel, BigDecimalField.class).setValue(new BigDecimal("950"));
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("promisedHitRate");
        _get(panel, BigDecimalField.class).setValue(new BigDecimal("95.5"));
        assertThat(panel.read())
                .isEqualTo(new RegisterContract(
                        "HT-2026-7",
                        LocalDate.parse("2026-12-01"),
                        LocalDate.parse("2027-01-01"),
                        LocalDate.parse("2028-12-31"),
                        new BigDecimal("0.955"),
                        null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void haveEveryTextInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        for (var type : new ProcurementPanels(desk).panels()) {
            var panel = shown(type.make().apply(new TaskId("t-1"), GIVEN));
            if (panel instanceof RecordQuotationsPanel) {
                _click(_get(panel, Button.class));
            }
            assertThat(Texts.of(panel)).hasSizeGreaterThan(3);
            assertThat(Texts.keys(panel)).as(type.key()).isEmpty();
        }
    }

    private RecordQuotationsPanel recording() {
        return new RecordQuotationsPanel(new TaskId("t-1"), desk, GIVEN);
    }

    private static void fill(Component panel, int row, String amount) {
        money(panel, "Total of the whole term").get(row).setValue(new BigDecimal(amount));
        _find(panel, IntegerField.class).get(row).setValue(24);
        _find(panel, DayField.class).get(row).setValue(LocalDate.parse("2026-11-20"));
    }

    private static List<TextField> text(Component panel, String label) {
        return _find(panel, TextField.class, spec -> spec.withLabel(label));
    }

    private static void add(Component panel) {
        _click(_get(panel, Button.class, spec -> spec.withText("Add a quotation")));
    }

    private static List<MoneyField> money(Component panel, String label) {
        return _find(panel, MoneyField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<ComboBox<String>> boxes(Component panel, String label) {
        return _find(panel, ComboBox.class, spec -> spec.withLabel(label)).stream()
                .map(box -> (ComboBox<String>) box)
                .toList();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Select<Pricing>> pricing(Component panel) {
        return _find(panel, Select.class).stream()
                .map(select -> (Select<Pricing>) select)
                .toList();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static <T> RadioButtonGroup<T> radio(Component in, String label) {
        return _get(in, RadioButtonGroup.class, spec -> spec.withLabel(label));
    }

    private static Choice choice(String field, String value, String name) {
        return new Choice(field, value, new LocalText(name, name), false, null, null);
    }

    private static <P extends TaskPanel<?>> P shown(P panel) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }
}
