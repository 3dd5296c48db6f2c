package org.sluice.ui.admission;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.NativeDetails;
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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.admission.ArrangeTest;
import org.sluice.process.admission.CastVote;
import org.sluice.process.admission.FieldTag;
import org.sluice.process.admission.FileProductDossier;
import org.sluice.process.admission.FindingAnswer;
import org.sluice.process.admission.Granularity;
import org.sluice.process.admission.PrivacyNeed;
import org.sluice.process.admission.ProductField;
import org.sluice.process.admission.SettleFinding;
import org.sluice.process.admission.SupplierAdmissionProcess.Task;
import org.sluice.ui.admission.AdmissionDesk.Dossier;
import org.sluice.ui.admission.AdmissionDesk.Fact;
import org.sluice.ui.fakes.FakeAdmissions;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.tasks.TaskDesk;
import org.sluice.ui.tasks.TaskDesk.Choice;
import org.sluice.ui.tasks.TaskPanel;

class AdmissionPanelsTest {

    private static final TaskId TASK = new TaskId("t-1");

    private final Stage stage = new Stage().enterAs(Role.PROCUREMENT);
    private final FakeAdmissions desk = new FakeAdmissions();

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void asksForWhatTheHouseDoesNotKnowAndShowsWhatItKnows() {
        var panel = shown(new FileSupplierDossierPanel(desk.dossier(TASK)));

        assertThat(_find(panel, NativeDetails.class))
                .extracting(NativeDetails::getSummaryText)
                .containsExactly(
                        "The organisation (0 of 4 filled in)",
                        "Conduct (0 of 1 filled in)",
                        "Ties and concentration (0 of 1 filled in)",
                        "Licences and authorizations (0 of 2 filled in)",
                        "What is to be supplied (all known)");
        assertThat(_find(panel, NativeDetails.class))
                .extracting(NativeDetails::isOpen)
                .containsExactly(true, true, true, true, false);
        assertThat(Texts.of(panel)).contains("supplier type", "data level", "Level 3");
        assertThat(_find(panel, Component.class).stream()
                        .filter(field -> field instanceof HasLabel)
                        .map(field -> ((HasLabel) field).getLabel()))
                .as("what is known is not asked")
                .doesNotContain("supplier type", "data level");
    }

    @Test
    void readsEveryKindOfFactAsPlainValues() {
        var panel = shown(new FileSupplierDossierPanel(desk.dossier(TASK)));
        assertThat(panel.read().facts()).as("nothing said is nothing known").isEmpty();

        yesNo(panel, "acts by law").setValue(FactField.Answer.NO);
        text(panel, "name as stated").setValue(" Zhaoxi Data ");
        _get(panel, DayField.class).setValue(LocalDate.parse("2015-03-01"));
        select(panel, "registration status").setValue("EXISTING");
        number(panel, "administrative penalties").setValue(new BigDecimal("2"));
        number(panel, "share of calls").setValue(new BigDecimal("10.0"));
        permits(panel).setValue(Set.of("ENTERPRISE_FILED"));
        text(panel, "regions").setValue("Beijing，Shanghai, ");
        note(panel).setValue("As filed.");

        var body = panel.read();
        assertThat(body.facts())
                .isEqualTo(Map.of(
                        "actsByLaw",
                        false,
                        "legalName",
                        "Zhaoxi Data",
                        "establishedOn",
                        "2015-03-01",
                        "registrationStatus",
                        "EXISTING",
                        "adminPenaltyCount24m",
                        2L,
                        "classShare",
                        new BigDecimal("0.100"),
                        "creditPermits",
                        List.of("ENTERPRISE_FILED"),
                        "regions",
                        List.of("Beijing", "Shanghai")));
        assertThat(body.note()).isEqualTo("As filed.");
        assertThat(body.problems()).isEmpty();
    }

    @Test
    void saysWhatANumberCountsAndTakesAShareInPercent() {
        var panel = shown(new FileSupplierDossierPanel(desk.dossier(TASK)));
        var share = number(panel, "share of calls");
        assertThat(share.getSuffixComponent().getElement().getText()).isEqualTo("%");
        assertThat(share.getHelperText()).isEqualTo("0 to 100");
        var penalties = number(panel, "administrative penalties");
        assertThat(penalties.getSuffixComponent().getElement().getText()).isEqualTo("times");

        share.setValue(new BigDecimal("63"));
        assertThat(panel.read().facts()).isEqualTo(Map.of("classShare", new BigDecimal("0.63")));

        panel.show(
                List.of(new FieldProblem("facts.classShare", "factShare", new LocalText("占比", "Share of calls"))),
                Locale.ENGLISH);
        assertThat(share.getErrorMessage()).startsWith("“Share of calls” is a share: between 0% and 100%.");
    }

    @Test
    void countsWhatIsSaidAndAsksBeforeADossierWithGapsIsSent() {
        var panel = shown(new FileSupplierDossierPanel(desk.dossier(TASK)));
        assertThat(Texts.of(panel)).contains("0 of 8 facts filled in, 8 still to say.");

        yesNo(panel, "acts by law").setValue(FactField.Answer.NO);
        permits(panel).setValue(Set.of("-"));
        assertThat(Texts.of(panel))
                .contains("2 of 8 facts filled in, 6 still to say.", "The organisation (1 of 4 filled in)");
        assertThat(panel.question().title()).isEqualTo("6 facts are not filled in. Send all the same?");
        assertThat(panel.question().text()).contains("becomes a finding");

        yesNo(panel, "acts by law").setValue(FactField.Answer.UNKNOWN);
        assertThat(Texts.of(panel)).contains("1 of 8 facts filled in, 7 still to say.");
        text(panel, "name as stated").setValue("Zhaoxi Data");
        yesNo(panel, "acts by law").setValue(FactField.Answer.NO);
        _get(panel, DayField.class).setValue(LocalDate.parse("2015-03-01"));
        select(panel, "registration status").setValue("EXISTING");
        number(panel, "administrative penalties").setValue(BigDecimal.ZERO);
        number(panel, "share of calls").setValue(BigDecimal.TEN);
        text(panel, "regions").setValue("Beijing");
        assertThat(Texts.of(panel)).contains("All 8 facts are filled in.");
        assertThat(panel.question()).isNull();
    }

    @Test
    void tellsNoneFromUnknown() {
        var panel = shown(new FileSupplierDossierPanel(desk.dossier(TASK)));
        permits(panel).setValue(Set.of("-"));
        text(panel, "regions").setValue("-");
        assertThat(panel.read().facts()).isEqualTo(Map.of("creditPermits", List.of(), "regions", List.of()));
    }

    @Test
    void beginsWithWhatWasFiledBeforeAndOpensWhatIsWrong() {
        var before = new FileSupplierDossierPanel(desk.dossier(TASK));
        shown(before);
        yesNo(before, "acts by law").setValue(FactField.Answer.YES);
        text(before, "name as stated").setValue("Zhaoxi Data");
        _get(before, DayField.class).setValue(LocalDate.parse("2015-03-01"));
        select(before, "registration status").setValue("REVOKED");
        number(before, "administrative penalties").setValue(BigDecimal.ONE);
        permits(before).setValue(Set.of("-"));
        text(before, "regions").setValue("Beijing");
        var filed = before.read().facts();

        var again = shown(new FileSupplierDossierPanel(new Dossier(
                desk.dossier(TASK).facts().stream()
                        .map(fact -> new Fact(
                                fact.part(),
                                fact.name(),
                                fact.label(),
                                fact.kind(),
                                fact.type(),
                                fact.codes(),
                                fact.measure(),
                                fact.known(),
                                filed.get(fact.name()),
                                fact.elements()))
                        .toList(),
                List.of(),
                null,
                null,
                "As before.")));
        assertThat(again.read().facts()).isEqualTo(filed);
        assertThat(again.read().note()).isEqualTo("As before.");
        assertThat(_find(again, NativeDetails.class))
                .extracting(NativeDetails::isOpen)
                .as("only where something is still unknown")
                .containsExactly(false, false, true, false, false);

        assertThat(again.show(
                        List.of(
                                new FieldProblem("facts.legalName", "tooLong", 200),
                                new FieldProblem("facts.uscc", "required")),
                        Locale.ENGLISH))
                .extracting(FieldProblem::field)
                .containsExactly("facts.uscc");
        assertThat(text(again, "name as stated").isInvalid()).isTrue();
        assertThat(_find(again, NativeDetails.class))
                .extracting(NativeDetails::isOpen)
                .containsExactly(true, false, true, false, false);
    }

    @Test
    void asksForRecordsOneByOne() {
        var hops = new Fact(
                "Origin",
                "hops",
                new LocalText("来源链", "source chain"),
                AdmissionDesk.FactKind.RECORDS,
                "SourceHop",
                List.of(),
                null,
                null,
                List.of(Map.of("hopPosition", 1, "hopDocumented", true)),
                List.of(
                        element("hopPosition", "position", AdmissionDesk.FactKind.WHOLE),
                        element("hopDocumented", "documented", AdmissionDesk.FactKind.BOOLEAN)));
        var panel = shown(new FileProductDossierPanel(new Dossier(List.of(hops), List.of(), null, null, null)));
        button(panel, "Add one").click();
        var position = _find(panel, BigDecimalField.class).get(1);
        position.setValue(new BigDecimal("2"));
        assertThat(panel.read().facts())
                .isEqualTo(Map.of(
                        "hops", List.of(Map.of("hopPosition", 1L, "hopDocumented", true), Map.of("hopPosition", 2L))));
        panel.show(List.of(new FieldProblem("facts.hops[1].hopPosition", "factWhole")), Locale.ENGLISH);
        assertThat(position.isInvalid()).isTrue();
    }

    private static Fact element(String name, String label, AdmissionDesk.FactKind kind) {
        return new Fact(
                "SourceHop", name, new LocalText(label, label), kind, "", List.of(), null, null, null, List.of());
    }

    @Test
    void takesTheFieldsOfAProductRowByRow() {
        var panel = shown(new FileProductDossierPanel(new Dossier(
                List.of(),
                List.of(new ProductField("taxMonths12m", FieldTag.ENTERPRISE_AGGREGATE, Granularity.RECORD, null)),
                null,
                null,
                null)));
        button(panel, "Add a field").click();
        assertThat(panel.read().problems()).extracting(FieldProblem::field).contains("fields[1].name", "need");

        panel.show(panel.read().problems(), Locale.ENGLISH);
        var name = _find(panel, TextField.class).get(1);
        assertThat(name.isInvalid()).isTrue();
        name.setValue("firmCount");
        assertThat(name.isInvalid()).isFalse();
        assertThat(_find(panel, IntegerField.class))
                .as("only a statistic has groups")
                .isEmpty();
        tags(panel).get(1).setValue(FieldTag.STATISTIC);
        granularities(panel).get(1).setValue(Granularity.AGGREGATE);
        _get(panel, IntegerField.class).setValue(30);
        radio(panel, "What is to be computed on the data of both sides?").setValue(PrivacyNeed.OVERLAP);
        radio(panel, "Does the supplier accept the bank’s platform as the place where both sides’ data meet?")
                .setValue(true);

        assertThat(panel.read())
                .isEqualTo(new FileProductDossier(
                        Map.of(),
                        List.of(
                                new ProductField(
                                        "taxMonths12m", FieldTag.ENTERPRISE_AGGREGATE, Granularity.RECORD, null),
                                new ProductField("firmCount", FieldTag.STATISTIC, Granularity.AGGREGATE, 30)),
                        PrivacyNeed.OVERLAP,
                        true,
                        null));
        assertThat(panel.read().problems()).isEmpty();

        _get(
                        panel,
                        Button.class,
                        spec -> spec.withPredicate(button ->
                                "Remove field 1".equals(button.getAriaLabel().orElse(""))))
                .click();
        assertThat(panel.read().fields()).extracting(ProductField::name).containsExactly("firmCount");
        panel.show(List.of(new FieldProblem("fields[0].name", "namedTwice")), Locale.ENGLISH);
        assertThat(name.isInvalid()).as("rows are numbered anew").isTrue();
    }

    @Test
    void settlesAFindingThatStandsAboveTheQuestion() {
        var panel = shown(new SettleFindingPanel(Task.SETTLE_SUPPLIER_FINDING, desk.finding(TASK)));
        assertThat(Texts.of(panel))
                .contains(
                        "The information-security certificate has expired.",
                        "S-12",
                        "Rejection",
                        "May be waived",
                        "JR/T 0223-6.2",
                        "unverified",
                        "certificate valid to",
                        "30 Jun 2026",
                        "ISO 27001",
                        "File a valid certificate.",
                        "Not settled yet");
        assertThat(_find(panel, DayField.class)).isEmpty();
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("answer");

        var answer = radio(panel, "How is this finding settled?");
        answer.setValue(FindingAnswer.REFUSE);
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isTrue();
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("comment");

        answer.setValue(FindingAnswer.ACCEPT_WITH_CONDITION);
        area(panel, "Condition: what has to be done").setValue("Renew it.");
        _get(panel, DayField.class).setValue(LocalDate.parse("2027-01-31"));
        assertThat(panel.read())
                .isEqualTo(new SettleFinding(
                        FindingAnswer.ACCEPT_WITH_CONDITION, "Renew it.", LocalDate.parse("2027-01-31"), null));

        answer.setValue(FindingAnswer.ACCEPT);
        assertThat(panel.read()).isEqualTo(new SettleFinding(FindingAnswer.ACCEPT, null, null, null));
        assertThat(panel.read().problems()).isEmpty();
    }

    @Test
    void votesAgainstOnlyWithAReason() {
        var panel = shown(new CastVotePanel(Task.VOTE_ON_SUPPLIER));
        radio(panel, "Are you in favour of admitting this supplier?").setValue(false);
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isTrue();
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("comment");
        _get(panel, TextArea.class).setValue("Too small.");
        assertThat(panel.read()).isEqualTo(new CastVote(false, "Too small."));
    }

    @Test
    void arrangesATestOfTwoOfferedDataSets() {
        var panel = shown(new ArrangeTestPanel(List.of(
                choice("bankDataSet", "customers@bank", true), choice("supplierDataSet", "firms@supplier", false))));
        var boxes = _find(panel, ComboBox.class);
        assertThat(boxes.get(0).getValue()).as("recommended").isEqualTo("customers@bank");
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("supplierDataSet");
        @SuppressWarnings({"rawtypes", "unchecked"})
        var supplier = (ComboBox<String>) boxes.get(1);
        supplier.setValue("firms@supplier");
        assertThat(panel.read()).isEqualTo(new ArrangeTest("customers@bank", "firms@supplier"));
    }

    @Test
    void reportsATestThatWasMadeElsewhere() {
        var accuracy = new Fact(
                "SampleTest",
                "accuracyRate",
                new LocalText("准确率", "accuracy"),
                AdmissionDesk.FactKind.NUMBER,
                "BigDecimal",
                List.of(),
                null,
                null,
                null,
                List.of());
        var panel = shown(new ReportSampleTestPanel(new Dossier(List.of(accuracy), List.of(), null, null, null)));
        _get(panel, TextField.class).setValue("T-2026-7");
        _get(panel, DayField.class).setValue(LocalDate.parse("2026-11-01"));
        number(panel, "Size of the sample").setValue(new BigDecimal("5000000000"));
        number(panel, "How many of them the supplier knows").setValue(new BigDecimal("6000000000"));
        _get(panel, TextArea.class).setValue("By file.");
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("matched", "facts");
        number(panel, "accuracy").setValue(new BigDecimal("0.985"));
        assertThat(panel.read().facts()).isEqualTo(Map.of("accuracyRate", new BigDecimal("0.985")));
        assertThat(panel.read().problems()).extracting(FieldProblem::field).containsExactly("matched");
        number(panel, "How many of them the supplier knows").setValue(new BigDecimal("3100000000"));
        assertThat(panel.read().problems()).isEmpty();
        assertThat(panel.read().matched()).isEqualTo(3_100_000_000L);
    }

    @Test
    void filesBothPapersOfATest() {
        var panel = shown(new FileTestPapersPanel());
        assertThat(panel.read().problems())
                .extracting(FieldProblem::field)
                .containsExactly("agreementNo", "agreementOn", "assessmentNo", "assessmentOn");
        _find(panel, TextField.class).forEach(field -> field.setValue("P-1"));
        _find(panel, DayField.class).forEach(field -> field.setValue(LocalDate.parse("2026-11-01")));
        assertThat(panel.read().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void haveEveryTextInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        for (var type : new AdmissionPanels(desk).panels()) {
            var panel = shown(type.make().apply(TASK, TaskDesk.Material.NONE));
            assertThat(Texts.of(panel)).hasSizeGreaterThan(3);
            assertThat(Texts.keys(panel)).as(type.key()).isEmpty();
        }
    }

    private static Choice choice(String field, String value, boolean recommended) {
        return new Choice(field, value, new LocalText(value, value), recommended, null, null);
    }

    private static <P extends TaskPanel<?>> P shown(P panel) {
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static Button button(Component in, String text) {
        return _get(in, Button.class, spec -> spec.withText(text));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static <T> RadioButtonGroup<T> radio(Component in, String label) {
        return _get(in, RadioButtonGroup.class, spec -> spec.withLabel(label));
    }

    private static RadioButtonGroup<FactField.Answer> yesNo(Component in, String label) {
        return radio(in, label);
    }

    private static TextField text(Component in, String label) {
        return _get(in, TextField.class, spec -> spec.withLabel(label));
    }

    private static TextArea area(Component in, String label) {
        return _get(in, TextArea.class, spec -> spec.withLabel(label));
    }

    private static TextArea note(Component in) {
        return area(in, "Note: what the facts rest on");
    }

    private static BigDecimalField number(Component in, String label) {
        return _get(in, BigDecimalField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Select<String> select(Component in, String label) {
        return _get(in, Select.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static MultiSelectComboBox<String> permits(Component in) {
        return _get(in, MultiSelectComboBox.class, spec -> spec.withLabel("credit licences"));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Select<FieldTag>> tags(Component in) {
        return _find(in, Select.class, spec -> spec.withLabel("Kind of field")).stream()
                .map(select -> (Select<FieldTag>) select)
                .toList();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Select<Granularity>> granularities(Component in) {
        return _find(in, Select.class, spec -> spec.withLabel("Granularity")).stream()
                .map(select -> (Select<Granularity>) select)
                .toList();
    }
}
