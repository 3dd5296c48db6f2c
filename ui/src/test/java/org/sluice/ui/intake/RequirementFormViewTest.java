package org.sluice.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.Role;
import org.sluice.process.intake.BudgetSource;
import org.sluice.process.intake.ConsentChannel;
import org.sluice.process.intake.DecisionImpact;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.LegalBasis;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.SubjectType;
import org.sluice.process.intake.Urgency;
import org.sluice.ui.fakes.FakeIntake;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;

class RequirementFormViewTest {

    private final Stage stage = new Stage().enterAs(Role.BUSINESS_REQUESTER);
    private final FakeIntake desk = stage.intake;

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void sendsEveryFieldOnceHoweverOftenTheButtonIsPressed() {
        new Draft(full(), "key-1").keep();
        show();
        var send = button("Send requirement");
        _click(send);
        send.setEnabled(true);
        send.click();
        assertThat(desk.submissions).isEqualTo(1);
        assertThat(desk.sent).containsOnlyKeys("key-1").containsValue(full());
        assertThat(Draft.kept()).isEmpty();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .startsWith("cases/");
    }

    @Test
    void sendsAgainUnderTheSameKeyAfterABreakdown() {
        new Draft(full(), "key-1").keep();
        show();
        desk.refusal = new IllegalStateException("the line is down");
        _click(button("Send requirement"));
        desk.refusal = null;
        _click(button("Send requirement"));
        assertThat(desk.submissions).isEqualTo(2);
        assertThat(desk.sent).containsOnlyKeys("key-1");
    }

    @Test
    void sendsASecondOneFromAnotherWindowUnderAKeyOfItsOwn() {
        new Draft(full(), "key-1").keep();
        Draft.sent("key-1");
        new Draft(full(), "key-1").keep();
        show();
        _click(button("Send requirement"));
        assertThat(desk.sent).hasSize(1).doesNotContainKey("key-1");
    }

    @Test
    void keepsTheDraftAcrossARefresh() {
        show();
        text("Title").setValue("Tax data for small businesses");
        UI.getCurrent().navigate("requirements");
        show();
        assertThat(text("Title").getValue()).isEqualTo("Tax data for small businesses");
    }

    @Test
    void marksWhatIsMissingAtTheFields() {
        show();
        _click(button("Send requirement"));
        assertThat(text("Title").isInvalid()).isTrue();
        assertThat(desk.submissions).isZero();
    }

    @Test
    void marksWhatTheDeskRefusesAtTheRowOfTheTable() {
        new Draft(full(), "key-1").keep();
        show();
        desk.refusal = new Invalid(List.of(new FieldProblem("fieldsNeeded[1].reason", "tooLong", 200)));
        _click(button("Send requirement"));
        var rows = _find(FieldRow.class);
        assertThat(_get(rows.get(0), TextField.class).isInvalid()).isFalse();
        assertThat(_get(rows.get(1), TextField.class).isInvalid()).isTrue();
    }

    @Test
    void fillsItselfFromTheScenarioAndShowsWhatTheBankHas() {
        show();
        pick("Loan admission");
        var form = _get(RequirementEditor.class).read();
        assertThat(form.businessLine()).isEqualTo("INCLUSIVE_FINANCE");
        assertThat(form.dataClasses()).containsExactly("TAX", "JUDICIAL");
        assertThat(form.decisionImpact()).isEqualTo(DecisionImpact.ADMISSION_REJECT);
        assertThat(Texts.of(_get(SimilarPanel.class)))
                .contains("Small-business tax profile", "83%", "67%", "Reuse allowed");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void leavesAloneWhatThePersonChose() {
        show();
        pick("Loan admission");
        _get(Select.class, spec -> spec.withLabel("Impact on customers")).setValue(DecisionImpact.MARKETING);
        pick("Trade-finance check");
        var form = _get(RequirementEditor.class).read();
        assertThat(form.decisionImpact()).isEqualTo(DecisionImpact.MARKETING);
        assertThat(form.dataClasses()).containsExactly("CUSTOMS");
        assertThat(form.businessLine())
                .as("which the new scenario serves besides its own")
                .isEqualTo("INCLUSIVE_FINANCE");
    }

    @Test
    void notesAProductThatWasLookedAt() {
        show();
        pick("Loan admission");
        _click(button("Looked at, does not fit"));
        assertThat(_get(RequirementEditor.class).read().knownAlternatives()).containsExactly("DP-0012");
    }

    @Test
    void warnsWhenTheLineHasLessThanIsAskedFor() {
        new Draft(full(), "key-1").keep();
        show();
        assertThat(_get(BigDecimalField.class, spec -> spec.withLabel("Budget amount (CNY)"))
                        .getHelperText())
                .contains("¥300,000.00", "finance will have to settle it");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void asksForTheLegalBasisWhereTheHouseFindsPersonalInformation() {
        show();
        pick("Loan admission");
        var basis = (Select<LegalBasis>) _get(Select.class, spec -> spec.withLabel("Legal basis"));
        assertThat(basis.isRequiredIndicatorVisible()).isFalse();
        var needs = _get(FieldTable.class);
        needs.setValue(List.of(new RequirementForm.FieldNeed("enforced_count", "risk", 1, true)));
        assertThat(basis.isRequiredIndicatorVisible()).isTrue();
        assertThat(needs.getHelperText()).contains("level 3", "personal information");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void saysAtOnceThatTheSubjectsContradictAClass() {
        show();
        pick("Loan admission");
        var subject = (Select<SubjectType>) _get(Select.class, spec -> spec.withLabel("Data subjects"));
        subject.setValue(SubjectType.PERSON);
        assertThat(subject.getHelperText()).contains("TAX", "enterprises only");
        subject.setValue(SubjectType.BOTH);
        assertThat(subject.getHelperText()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void isWholeInBothLanguages(String language) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        new Draft(full(), "key").keep();
        show();
        assertThat(Texts.of(_get(RequirementFormView.class))).hasSizeGreaterThan(60);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    private static void show() {
        UI.getCurrent().navigate("requirements/new");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void pick(String scenario) {
        var box = (ComboBox<IntakeDesk.ScenarioOption>) _get(ComboBox.class, spec -> spec.withLabel("Scenario"));
        box.setValue(desk.choices().scenarios().stream()
                .filter(option -> option.name().en().equals(scenario))
                .findFirst()
                .orElseThrow());
    }

    private static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static Button button(String text) {
        return _get(Button.class, spec -> spec.withText(text));
    }

    static RequirementForm full() {
        return new RequirementForm(
                "Tax data for small businesses",
                "INCLUSIVE_FINANCE",
                "B01",
                "LOAN_ADMISSION",
                DecisionImpact.LIMIT_OR_PRICE,
                true,
                SubjectType.BOTH,
                List.of("TAX", "SOCIAL_SECURITY"),
                List.of(
                        new RequirementForm.FieldNeed("tax_credit_grade", "grading", 2, true),
                        new RequirementForm.FieldNeed("house_field", "a new one", 3, false)),
                List.of("330000"),
                24,
                InterfaceForm.REALTIME_API,
                1_200_000L,
                50,
                800,
                LocalDate.of(2026, 6, 30),
                Urgency.URGENT,
                "campaign starts in July",
                "faster decisions",
                new BigDecimal("2000000.00"),
                BudgetSource.LINE,
                new BigDecimal("480000.00"),
                LegalBasis.CONSENT,
                ConsentChannel.APP,
                "SUP-001",
                "knows the region",
                List.of("DP-0099"));
    }
}
