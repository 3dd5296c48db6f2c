package org.sluice.ui.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.process.access.ConsentProof;
import org.sluice.process.access.Purpose;
import org.sluice.process.access.StopReason;
import org.sluice.ui.access.UsageDesk.CostCentre;
import org.sluice.ui.access.UsageDesk.Option;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.tasks.TaskDesk.Material;

class GrantsTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void listAndFormAreWholeInBothLanguages(String language) {
        enter(language);
        UI.getCurrent().navigate("grants");
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        UI.getCurrent().navigate("grants/request/DP-00001");
        _setValue(field(Checkbox.class, "storeResults"), true);
        _setValue(select("purpose"), Purpose.MARKETING);
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    @Test
    void theProductsPageSaysThatCallsAreNotServedHere() {
        enter("en");
        var panel = new GrantsOfCatalog(stage.usage).ofProduct("DP-00001");
        UI.getCurrent().add(panel);
        assertThat(Texts.of(panel)).anySatisfy(text -> assertThat(text).contains("Calls are not served here yet"));
        assertThat(_get(panel, Anchor.class, spec -> spec.withText("Ask to use it"))
                        .getHref())
                .isEqualTo("grants/request/DP-00001");

        stage.usage.mayRequest = false;
        var other = new GrantsOfCatalog(stage.usage).ofProduct("DP-00001");
        UI.getCurrent().add(other);
        assertThat(_find(other, Anchor.class, spec -> spec.withText("Ask to use it")))
                .isEmpty();
        assertThat(new GrantsOfCatalog(stage.usage).ofSupplier("SUP-1").isVisible())
                .isFalse();
    }

    @Test
    void aUseIsTakenAwayWithAReason() {
        enter("en");
        var row = stage.usage.grants(null, null, null, 0, 2).items().get(0);
        var dialog = new StopUseDialog("revoke", row, why -> stage.usage.revoke(row.id(), why), () -> {});
        dialog.open();
        assertThat(Texts.of(dialog))
                .anyMatch(text -> text.contains(row.productName().en())
                        && text.contains(row.unitName().en()));

        _click(_get(dialog, Button.class, spec -> spec.withText("Revoke")));
        assertThat(dialog.isOpened()).isTrue();
        assertThat(stage.usage.done).isEmpty();

        _setValue(reason(dialog), StopReason.MISUSE);
        _setValue(_get(dialog, TextArea.class), "used for something else");
        stage.usage.refuses = true;
        _click(_get(dialog, Button.class, spec -> spec.withText("Revoke")));
        assertThat(dialog.isOpened()).isTrue();
        stage.usage.refuses = false;
        _click(_get(dialog, Button.class, spec -> spec.withText("Revoke")));
        assertThat(dialog.isOpened()).isFalse();
        assertThat(stage.usage.done).containsExactly("revoke MISUSE");
    }

    @Test
    void aReasonIsMissedForANoAndNoLongerForAYes() {
        enter("en");
        var panel = new ApproveUsagePanel(Material.NONE);
        UI.getCurrent().add(panel);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Boolean> approved = _get(panel, RadioButtonGroup.class);
        approved.setValue(false);
        panel.show(panel.read().problems(), Locale.ENGLISH);
        assertThat(_get(panel, TextArea.class).isInvalid()).isTrue();
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isTrue();

        approved.setValue(true);

        assertThat(_get(panel, TextArea.class).isInvalid()).isFalse();
        assertThat(_get(panel, TextArea.class).isRequiredIndicatorVisible()).isFalse();
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndTheRestIsSent() {
        enter("en");
        UI.getCurrent().navigate("grants/request/DP-00001");
        send();
        assertThat(stage.usage.sent).isEmpty();
        assertThat(field(TextField.class, "callingSystem").isInvalid()).isTrue();

        _setValue(
                box("scenarioCode"),
                new Option(
                        "SME_PROPENSITY",
                        stage.usage.choices("x").scenarios().get(0).label()));
        _setValue(field(TextField.class, "callingSystem"), "SME-LOAN");
        _setValue(select("purpose"), Purpose.MARKETING);
        _setValue(select("consentProof"), ConsentProof.NONE);
        _setValue(multi(), Set.of(stage.usage.choices("x").fields().get(0)));
        _setValue(field(IntegerField.class, "callsPerDay"), 10);
        _setValue(centre(), stage.usage.costCentres("HO", "x").get(0));
        _setValue(field(Checkbox.class, "optOutOffered"), true);
        send();

        assertThat(stage.usage.sent).singleElement().satisfies(form -> {
            assertThat(form.productCode()).isEqualTo("DP-00001");
            assertThat(form.unitCode()).isEqualTo("HO");
            assertThat(form.fields()).containsExactly("taxCreditGrade");
            assertThat(form.validTo()).isEqualTo(LocalDate.of(2027, 11, 22));
            assertThat(form.costCentre()).isEqualTo("BL-1");
            assertThat(form.retentionDays()).isNull();
            assertThat(form.optOutOffered()).isTrue();
        });
    }

    @SuppressWarnings("unchecked")
    private static Select<StopReason> reason(StopUseDialog dialog) {
        return _get(dialog, Select.class);
    }

    private void enter(String language) {
        stage.enterAs(Role.BUSINESS_REQUESTER);
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
    }

    private static void send() {
        _click(_get(Button.class, spec -> spec.withText("Send")));
    }

    private static <C extends Component> C field(Class<C> type, String name) {
        return _get(type, spec -> spec.withLabel(org.sluice.ui.parts.Words.of("access.form." + name)));
    }

    @SuppressWarnings("unchecked")
    private static <E> Select<E> select(String name) {
        return field(Select.class, name);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Option> box(String name) {
        return field(ComboBox.class, name);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<CostCentre> centre() {
        return field(ComboBox.class, "costCentre");
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<Option> multi() {
        return field(MultiSelectComboBox.class, "fields");
    }
}
