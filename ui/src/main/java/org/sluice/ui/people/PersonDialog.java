package org.sluice.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.PasswordField;
import org.sluice.process.Role;
import org.sluice.ui.parts.Confirm;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Words;
import org.sluice.ui.people.PeopleDesk.Row;

/** What the administrator may do to one person: roles, the account, a new first password. */
final class PersonDialog extends Dialog {

    private final PeopleDesk desk;
    private final Row person;
    private final Runnable changed;
    private final FormFields fields = new FormFields();

    PersonDialog(PeopleDesk desk, Row person, Runnable changed) {
        this.desk = desk;
        this.person = person;
        this.changed = changed;
        setHeaderTitle(Words.of(person.name()) + " · " + Words.of(person.post()) + " · " + Words.of(person.unitName()));
        var form = new Div(roles(), password(), account());
        form.addClassNames("stack");
        add(form);
        getFooter().add(new Button(Words.of("parts.close"), click -> close()));
    }

    static MultiSelectComboBox<Role> roleField() {
        var field = new MultiSelectComboBox<Role>(Words.of("people.roles"));
        field.setItems(Role.values());
        field.setItemLabelGenerator(Words::of);
        return field;
    }

    private Div roles() {
        var field = fields.add("roles", roleField());
        field.setValue(person.roles());
        var save = new Button(
                Words.of("people.saveRoles"), click -> done(() -> desk.setRoles(person.id(), field.getValue())));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return block(field, save);
    }

    private Div password() {
        var field = fields.add("firstPassword", new PasswordField(Words.of("people.firstPassword")));
        field.setHelperText(Words.of("people.firstPassword.hint", desk.shortestPassword()));
        var reset = new Button(
                Words.of("people.reset"), click -> done(() -> desk.resetPassword(person.id(), field.getValue())));
        return block(field, reset);
    }

    private Div account() {
        var key = person.enabled() ? "people.disable" : "people.enable";
        var flip = new Button(
                Words.of(key),
                click -> Confirm.ask(
                        Words.of(key),
                        Words.of(person.enabled() ? "people.disable.text" : "people.enable.text"),
                        Words.of(key),
                        () -> done(() -> desk.setEnabled(person.id(), !person.enabled()))));
        flip.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        return new Div(new H2(Words.of("people.account")), flip);
    }

    private void done(Runnable change) {
        if (fields.attempt(change)) {
            close();
            changed.run();
            Notice.success("people.changed");
        }
    }

    private static Div block(Component field, Button action) {
        var block = new Div(field, action);
        block.addClassName("field-with-action");
        return block;
    }
}
