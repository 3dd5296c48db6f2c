package org.sluice.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.sluice.process.Problems;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.FormFields;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;

/** The own password; also where somebody lands whose password was given by somebody else. */
@Route(value = Routes.PASSWORD, layout = MainLayout.class)
@PermitAll
class ChangePasswordView extends Screen {

    private final SessionDesk desk;
    private final FormFields fields = new FormFields();
    private final PasswordField current = field("current", "current-password");
    private final PasswordField next = field("next", "new-password");
    private final PasswordField again = field("again", "new-password");

    ChangePasswordView(SessionDesk desk) {
        super("shell.password");
        this.desk = desk;
        if (!desk.mayChangePassword()) {
            add(new PageHeader(title()), new EmptyState(Words.of("shell.password.fixed")));
            return;
        }
        next.setHelperText(Words.of("shell.password.hint", desk.shortestPassword()));
        var change = new Button(Words.of("shell.password"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER);
        var header = new PageHeader(title());
        if (desk.me().filter(SessionDesk.Me::mustChangePassword).isPresent()) {
            header.subtitle(Words.of("shell.password.must"));
        }
        var form = new Div(current, next, again, change);
        form.addClassNames("panel", "narrow-form");
        add(header, form);
    }

    private void change() {
        if (fields.attempt(this::send)) {
            Notice.success("shell.password.done");
            getUI().ifPresent(ui -> ui.navigate(""));
        }
    }

    private void send() {
        new Problems()
                .required("current", current.getValue())
                .required("next", next.getValue())
                .when(!next.getValue().equals(again.getValue()), "again", "passwordsDiffer")
                .orThrow();
        desk.changePassword(current.getValue(), next.getValue());
    }

    private PasswordField field(String path, String autocomplete) {
        var field = fields.required(path, new PasswordField(Words.of("shell.password." + path)));
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }
}
