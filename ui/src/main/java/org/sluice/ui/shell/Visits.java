package org.sluice.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.ui.parts.Notice;
import org.springframework.stereotype.Component;

/**
 * How every visit begins: in the person's language, with errors told in words, and with nothing to be seen before a
 * password that somebody else gave has been replaced.
 */
@Component
class Visits implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Visits.class);

    private final SessionDesk desk;
    private final Language language;

    Visits(SessionDesk desk, Language language) {
        this.desk = desk;
        this.language = language;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(Visits::tell));
        service.getSource().addUIInitListener(init -> {
            language.greet(init.getUI(), VaadinService.getCurrentRequest());
            if (desk.me().isPresent()) {
                SignedInMark.set();
            }
            init.getUI().addBeforeEnterListener(this::askForNewPassword);
        });
    }

    private void askForNewPassword(BeforeEnterEvent enter) {
        var target = enter.getNavigationTarget();
        if (target != ChangePasswordView.class
                && target != LoginView.class
                && desk.me().filter(SessionDesk.Me::mustChangePassword).isPresent()) {
            enter.forwardTo(ChangePasswordView.class);
        }
    }

    private static void tell(ErrorEvent error) {
        if (error.getThrowable() instanceof IOException gone) {
            // the browser went away before it had its answer: nobody is there to be told, and nothing is broken
            LOG.debug("A visitor left early", gone);
        } else if (UI.getCurrent() == null) {
            Notice.reference(error.getThrowable());
        } else {
            Notice.failure(error.getThrowable());
        }
    }
}
