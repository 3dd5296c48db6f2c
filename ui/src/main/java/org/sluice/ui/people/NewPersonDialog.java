package org.sluice.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Words;
import org.sluice.ui.people.PeopleDesk.Unit;

/** Takes in a new person with account, unit and roles. */
final class NewPersonDialog extends Dialog {

    private final FormFields fields = new FormFields();
    private final TextField nameZh = fields.required("name.zh", new TextField(Words.of("people.name.zh")));
    private final TextField nameEn = fields.required("name.en", new TextField(Words.of("people.name.en")));
    private final TextField postZh = fields.required("post.zh", new TextField(Words.of("people.post.zh")));
    private final TextField postEn = fields.required("post.en", new TextField(Words.of("people.post.en")));
    private final ComboBox<Unit> unit = fields.required("unit", new ComboBox<>(Words.of("people.unit")));
    private final MultiSelectComboBox<Role> roles = fields.add("roles", PersonDialog.roleField());
    private final TextField username = fields.required("username", new TextField(Words.of("people.username")));
    private final PasswordField password =
            fields.required("firstPassword", new PasswordField(Words.of("people.firstPassword")));

    NewPersonDialog(PeopleDesk desk, Runnable added) {
        setHeaderTitle(Words.of("people.add"));
        unit.setItems(desk.units());
        unit.setItemLabelGenerator(u -> Words.of(u.name()));
        password.setHelperText(Words.of("people.firstPassword.hint", desk.shortestPassword()));
        var form = new Div(nameZh, nameEn, postZh, postEn, unit, roles, username, password);
        form.addClassName("two-column-form");
        add(form);
        var save = new Button(Words.of("people.add"), click -> {
            if (fields.attempt(() -> desk.add(person()))) {
                close();
                added.run();
                Notice.success("people.added");
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(Words.of("parts.cancel"), click -> close()), save);
    }

    private PeopleDesk.NewPerson person() {
        return new PeopleDesk.NewPerson(
                username.getValue().strip(),
                new LocalText(nameZh.getValue().strip(), nameEn.getValue().strip()),
                new LocalText(postZh.getValue().strip(), postEn.getValue().strip()),
                unit.getValue() == null ? null : unit.getValue().code(),
                roles.getValue(),
                password.getValue());
    }
}
