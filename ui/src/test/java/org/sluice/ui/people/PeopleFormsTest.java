package org.sluice.ui.people;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.ui.fakes.Stage;

/** What is wrong is said at its field, and nothing covers the dialog. */
class PeopleFormsTest {

    private final Stage stage = new Stage().enterAs(Role.ADMINISTRATOR);

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aNewPersonsProblemsStandAtTheirFields() {
        UI.getCurrent().navigate("people");
        click("Add a person");
        stage.people.refusal = new Invalid(List.of(
                new FieldProblem("username", "username"),
                new FieldProblem("name.zh", "required"),
                new FieldProblem("unit", "required"),
                new FieldProblem("firstPassword", "passwordTooShort", 12)));
        clickInDialog("Add a person");

        assertThat(invalid()).containsExactlyInAnyOrder("Name in Chinese", "Unit", "User name", "First password");
        assertThat(password().getErrorMessage()).isEqualTo("At least 12 characters.");
        assertThat(NotificationsKt.getNotifications()).isEmpty();

        stage.people.refusal = null;
        _setValue(text("Name in English"), "New colleague");
        clickInDialog("Add a person");
        assertThat(stage.people.added.name().en()).isEqualTo("New colleague");
        assertThat(stage.people.added.unit()).isNull();
    }

    @Test
    void marksWhatMustBeFilledIn() {
        UI.getCurrent().navigate("people");
        click("Add a person");

        assertThat(required())
                .containsExactlyInAnyOrder(
                        "Name in Chinese",
                        "Name in English",
                        "Post in Chinese",
                        "Post in English",
                        "Unit",
                        "User name",
                        "First password");
    }

    @Test
    void aNewUnitsProblemsStandAtTheirFields() {
        UI.getCurrent().navigate("people/units");
        click("Add a unit");
        stage.people.refusal =
                new Invalid(List.of(new FieldProblem("code", "unitCode"), new FieldProblem("name.en", "required")));
        clickInDialog("Add a unit");

        assertThat(invalid()).containsExactlyInAnyOrder("Unit code", "Name in English");
        assertThat(NotificationsKt.getNotifications()).isEmpty();
    }

    @Test
    void aPersonsRolesAndPasswordAreRefusedAtTheirFields() {
        openFirst();
        stage.people.refusal = new Invalid(List.of(new FieldProblem("roles", "roleAlone", Role.AUDIT)));
        click("Save roles");
        assertThat(_get(MultiSelectComboBox.class).getErrorMessage()).contains("“Internal audit”");

        stage.people.refusal = new Invalid(List.of(new FieldProblem("firstPassword", "passwordTooShort", 12)));
        click("Reset password");
        assertThat(password().isInvalid()).isTrue();
        assertThat(_get(MultiSelectComboBox.class).isInvalid()).isFalse();
        assertThat(NotificationsKt.getNotifications()).isEmpty();
    }

    @Test
    void aRefusalOfTheWholeIsSaidOnceHoweverOftenItComes() {
        openFirst();
        stage.people.refusal = new NotPermitted("demoPassword");
        click("Reset password");
        click("Reset password");

        assertThat(NotificationsKt.getNotifications()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private static void openFirst() {
        UI.getCurrent().navigate("people");
        GridKt._clickItem(_get(Grid.class), 0);
    }

    private static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void clickInDialog(String text) {
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText(text)));
    }

    private static List<String> invalid() {
        return fields().stream()
                .filter(field -> field instanceof HasValidation said && said.isInvalid())
                .map(PeopleFormsTest::label)
                .toList();
    }

    private static List<String> required() {
        return fields().stream()
                .filter(field -> field instanceof HasValue<?, ?> value && value.isRequiredIndicatorVisible())
                .map(PeopleFormsTest::label)
                .toList();
    }

    private static List<Component> fields() {
        return _find(_get(Dialog.class), Component.class).stream()
                .filter(HasValidation.class::isInstance)
                .toList();
    }

    private static String label(Component field) {
        return field.getElement().getProperty("label");
    }

    private static PasswordField password() {
        return _get(PasswordField.class);
    }

    private static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }
}
