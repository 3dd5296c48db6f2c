package org.sluice.ui.privacy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.sluice.process.Invalid;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.TextLink;
import org.sluice.ui.parts.Words;
import org.sluice.ui.privacy.PrivacyJobDesk.Choices;
import org.sluice.ui.shell.MainLayout;

/** Asks for a privacy job. Where no worker could compute, it says what to do instead of showing a form. */
@Route(value = Routes.NEW_PRIVACY_JOB, layout = MainLayout.class)
@PermitAll
class PrivacyRequestView extends Screen implements BeforeEnterObserver {

    private final transient PrivacyJobDesk desk;
    private final String key = UUID.randomUUID().toString();
    private final PrivacyJobFields form = new PrivacyJobFields();

    PrivacyRequestView(PrivacyJobDesk desk) {
        super("privacy.form.title");
        this.desk = desk;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        var choices = desk.choices();
        removeAll();
        add(new PageHeader(title()).subtitle(Words.of("privacy.form.subtitle")));
        if (choices.bankDataSets().isEmpty()) {
            add(nothing("privacy.form.noBankWorker"));
        } else if (choices.partners().isEmpty()) {
            add(nothing("privacy.form.noPartner"));
        } else {
            ask(choices);
        }
    }

    private static EmptyState nothing(String key) {
        return new EmptyState(Words.of(key), new TextLink(Routes.PRIVACY_JOBS, Words.of("privacy.form.back")));
    }

    private void ask(Choices choices) {
        form.offer(choices);
        var send = new Button(Words.of("privacy.form.send"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var ways = new Div(send);
        ways.addClassName("form-ways");
        add(form, ways);
    }

    private void send() {
        var sent = form.attempt(() -> {
            var body = form.read();
            if (!body.problems().isEmpty()) {
                throw new Invalid(body.problems());
            }
            var receipt = desk.request(body, key);
            Notice.success("privacy.form.sent", receipt.number());
            UI.getCurrent().navigate(Routes.caseOf(receipt.caseId()));
        });
        if (sent) {
            form.getContent().setEnabled(false);
        }
    }
}
