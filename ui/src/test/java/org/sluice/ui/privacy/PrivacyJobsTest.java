package org.sluice.ui.privacy;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.process.Role;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.ui.fakes.Stage;
import org.sluice.ui.fakes.Texts;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.DataSet;
import org.sluice.ui.privacy.PrivacyJobDesk.Partner;

class PrivacyJobsTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void queueAndFormAreWholeInBothLanguages(String language) {
        enter(language);
        UI.getCurrent().navigate("privacy");
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
        UI.getCurrent().navigate("privacy/request");
        assertThat(Texts.keys(UI.getCurrent())).isEmpty();
    }

    @Test
    void theQueueIsSearchedAndFiltered() {
        enter("en");
        UI.getCurrent().navigate("privacy", QueryParameters.fromString("state=RUNNING&q=alpha"));
        assertThat(_get(Grid.class).isVisible()).isTrue();
        assertThat(stage.privacyJobs.state).isEqualTo(PrivacyJobState.RUNNING);
        assertThat(stage.privacyJobs.text).isEqualTo("alpha");

        _setValue(_get(TextField.class), "beta");
        MockVaadin.clientRoundtrip();
        assertThat(stage.privacyJobs.text).isEqualTo("beta");

        // an address that was mended by hand
        UI.getCurrent().navigate("privacy", QueryParameters.fromString("state=NO_SUCH"));
        MockVaadin.clientRoundtrip();
        assertThat(stage.privacyJobs.state).isNull();
    }

    @Test
    void theQueueSaysThatItIsEmptyOrBroken() {
        stage.privacyJobs.rows = List.of();
        enter("en");
        UI.getCurrent().navigate("privacy");
        assertThat(Texts.of(UI.getCurrent())).contains("No privacy jobs here.");

        stage.privacyJobs.broken = true;
        UI.getCurrent().navigate("tasks");
        UI.getCurrent().navigate("privacy");
        assertThat(_find(Button.class, spec -> spec.withText("Try again"))).hasSize(1);
    }

    @Test
    void onlyWhoMayAskIsOfferedTheWay() {
        enter("en");
        UI.getCurrent().navigate("privacy");
        _click(_get(Button.class, spec -> spec.withText("New privacy job")));
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("privacy/request");

        stage.privacyJobs.mayRequest = false;
        UI.getCurrent().navigate("privacy");
        assertThat(_find(Button.class, spec -> spec.withText("New privacy job")))
                .isEmpty();
    }

    @Test
    void saysWhatToDoWhereNobodyCouldCompute() {
        stage.privacyJobs.partners = List.of();
        enter("en");
        UI.getCurrent().navigate("privacy/request");
        assertThat(Texts.of(UI.getCurrent())).anyMatch(text -> text.contains("Ask the partner to start its worker"));

        stage.privacyJobs.bankDataSets = List.of();
        UI.getCurrent().navigate("privacy");
        UI.getCurrent().navigate("privacy/request");
        assertThat(Texts.of(UI.getCurrent())).anyMatch(text -> text.contains("start the bank’s worker"));
        assertThat(_find(PrivacyJobFields.class)).isEmpty();
    }

    @Test
    void thePartnersDataSetsDependOnThePartner() {
        enter("en");
        UI.getCurrent().navigate("privacy/request");
        assertThat(dataSets("partnerDataSet").isEnabled()).isFalse();

        _setValue(partner(), stage.privacyJobs.partners.get(0));
        _setValue(
                dataSets("partnerDataSet"),
                stage.privacyJobs.partners.get(0).dataSets().get(0));
        _setValue(partner(), stage.privacyJobs.partners.get(1));

        assertThat(dataSets("partnerDataSet").getValue()).isNull();
        assertThat(dataSets("partnerDataSet").getHelperText()).contains("has registered no data set");
    }

    @ParameterizedTest
    @CsvSource({"zh, 含数值", "en, with values"})
    void aDataSetSaysWhetherItHasSomethingToSumUp(String language, String words) {
        enter(language);
        UI.getCurrent().navigate("privacy/request");
        var label = dataSets("bankDataSet").getItemLabelGenerator();
        var sets = stage.privacyJobs.bankDataSets;

        assertThat(label.apply(sets.get(0))).doesNotContain(words);
        assertThat(label.apply(sets.get(1))).contains(words);
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndTheRestIsSent() {
        enter("en");
        UI.getCurrent().navigate("privacy/request");
        send();
        assertThat(stage.privacyJobs.sent).isEmpty();
        assertThat(partner().isInvalid()).isTrue();
        assertThat(field(TextArea.class, "reason").isInvalid()).isTrue();
        assertThat(field(IntegerField.class, "keepDays").isInvalid()).isFalse();

        fill();
        send();
        assertThat(stage.privacyJobs.sent).singleElement().satisfies(form -> {
            assertThat(form.unitCode()).isEqualTo("HO");
            assertThat(form.partner()).isEqualTo("ALPHA");
            assertThat(form.bankDataSet()).isEqualTo("accounts@3");
            assertThat(form.partnerDataSet()).isEqualTo("companies@7");
            assertThat(form.output()).isEqualTo(PrivacyOutput.NUMBER_ONLY);
            assertThat(form.method()).isNull();
            assertThat(form.suite()).isNull();
            assertThat(form.keepDays()).isEqualTo(30);
            assertThat(form.reason()).isEqualTo("how many do we share?");
        });
    }

    @Test
    void aMethodThatCannotDoItIsSaidWhereItWasForced() {
        enter("en");
        UI.getCurrent().navigate("privacy/request");
        fill();
        Select<PrivacyMethod> method = select("method");
        Select<CryptoSuite> suite = select("suite");
        _setValue(method, PrivacyMethod.KKRT16);
        _setValue(suite, CryptoSuite.SM2_SM3);
        assertThat(_get(NativeDetails.class).isOpen()).isFalse();
        send();
        assertThat(stage.privacyJobs.sent).isEmpty();
        assertThat(_get(NativeDetails.class).isOpen()).isTrue();
        assertThat(method.isInvalid()).isTrue();
        assertThat(suite.isInvalid()).isTrue();

        // another output takes back what was wrong with the method, another method what was wrong with the suite
        _setValue(output(), PrivacyOutput.BANK_LEARNS);
        assertThat(method.isInvalid()).isFalse();
        _setValue(method, PrivacyMethod.ECDH);
        assertThat(suite.isInvalid()).isFalse();
        send();
        assertThat(stage.privacyJobs.sent).singleElement().satisfies(form -> assertThat(form.method())
                .isEqualTo(PrivacyMethod.ECDH));
    }

    @Test
    void aReasonIsMissedForANo() {
        enter("en");
        for (var panel : List.of(new ApprovePrivacyJobPanel(), new ReleasePrivacyResultPanel())) {
            UI.getCurrent().add(panel);
            @SuppressWarnings("unchecked")
            RadioButtonGroup<Boolean> answer = _get(panel, RadioButtonGroup.class);
            answer.setValue(false);
            panel.show(panel.read().problems(), Locale.ENGLISH);
            assertThat(_get(panel, TextArea.class).isInvalid()).isTrue();
            answer.setValue(true);
            assertThat(_get(panel, TextArea.class).isInvalid()).isFalse();
            assertThat(panel.read().problems()).isEmpty();
        }
        assertThat(new SettlePrivacyJobPanel().read().problems()).hasSize(2);
    }

    private void fill() {
        _setValue(purpose(), Purpose.MARKETING);
        _setValue(partner(), stage.privacyJobs.partners.get(0));
        _setValue(dataSets("bankDataSet"), stage.privacyJobs.bankDataSets.get(0));
        _setValue(
                dataSets("partnerDataSet"),
                stage.privacyJobs.partners.get(0).dataSets().get(0));
        _setValue(output(), PrivacyOutput.NUMBER_ONLY);
        _setValue(field(TextArea.class, "reason"), "how many do we share?");
    }

    private void enter(String language) {
        stage.enterAs(Role.BUSINESS_REQUESTER);
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
    }

    private static void send() {
        _click(_get(Button.class, spec -> spec.withText("Send")));
    }

    private static <C extends Component> C field(Class<C> type, String name) {
        return _get(type, spec -> spec.withLabel(Words.of("privacy.form." + name)));
    }

    @SuppressWarnings("unchecked")
    private static Select<Purpose> purpose() {
        return field(Select.class, "purpose");
    }

    @SuppressWarnings("unchecked")
    private static <E> Select<E> select(String name) {
        return field(Select.class, name);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Partner> partner() {
        return field(ComboBox.class, "partner");
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<DataSet> dataSets(String name) {
        return field(ComboBox.class, name);
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<PrivacyOutput> output() {
        return field(RadioButtonGroup.class, "output");
    }
}
