package org.sluice.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.sluice.process.Invalid;
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
    private final PasswordField current = field("shell.password.current", "current-password");
    private final PasswordField next = field("shell.password.next", "new-password");
    private final PasswordField again = field("shell.password.again", "new-password");

    ChangePasswordView(SessionDesk desk) {
        super("shell.password");
        this.desk = desk;
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
        List.of(current, next, again).forEach(field -> field.setInvalid(false));
        if (!next.getValue().equals(again.getValue())) {
            refuse(again, Words.of("shell.password.differ"));
            return;
        }
        try {
            desk.changePassword(current.getValue(), next.getValue());
        } catch (Invalid invalid) {
            invalid.problems()
                    .forEach(p -> refuse(p.field().equals("current") ? current : next, p.text(Words.locale())));
            return;
        }
        Notice.success("shell.password.done");
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private static PasswordField field(String label, String autocomplete) {
        var field = new PasswordField(Words.of(label));
        field.setManualValidation(true);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }
}
