package org.sluice.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Words;

/** Where a person signs in. Public, because the security configuration names it. */
@Route(Routes.LOGIN)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final SessionDesk desk;
    private final LoginForm form = new LoginForm(texts());
    private final Paragraph ended = new Paragraph(Words.of("shell.login.ended"));

    LoginView(SessionDesk desk, Language language, List<FrameGuest> guests) {
        this.desk = desk;
        addClassName("sign-in");
        form.setAction(Routes.LOGIN);
        form.setForgotPasswordButtonVisible(false);
        var card =
                new Div(new H1(Words.of("common.brand")), new Paragraph(Words.of("shell.login.purpose")), ended, form);
        ended.getElement().setAttribute("role", "status");
        card.addClassName("sign-in-card");
        guests.forEach(guest -> guest.atSignIn().ifPresent(card::add));
        card.add(new LanguageSwitch(language));
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        if (desk.me().isPresent()) {
            enter.forwardTo("");
        }
        var failed = enter.getLocation().getQueryParameters().getParameters().containsKey("error");
        form.setError(failed);
        ended.setVisible(!failed && SignedInMark.isSetIn(VaadinService.getCurrentRequest()));
    }

    @Override
    public String getPageTitle() {
        return Words.of("shell.login") + " · " + Words.of("common.brand");
    }

    private static LoginI18n texts() {
        var i18n = LoginI18n.createDefault();
        i18n.getForm().setTitle(Words.of("shell.login"));
        i18n.getForm().setUsername(Words.of("shell.login.username"));
        i18n.getForm().setPassword(Words.of("shell.login.password"));
        i18n.getForm().setSubmit(Words.of("shell.login.submit"));
        i18n.getErrorMessage().setTitle(Words.of("shell.login.failed"));
        i18n.getErrorMessage().setMessage(Words.of("shell.login.failedText"));
        i18n.getErrorMessage().setUsername(Words.of("shell.login.usernameMissing"));
        i18n.getErrorMessage().setPassword(Words.of("shell.login.passwordMissing"));
        return i18n;
    }
}
