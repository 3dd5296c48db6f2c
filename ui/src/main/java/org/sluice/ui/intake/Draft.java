package org.sluice.ui.intake;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import java.util.UUID;
import org.sluice.process.intake.RequirementForm;

/**
 * A form that is not yet sent, kept in the session so that a refresh loses nothing.
 *
 * @param key under which it is sent, however often the button is pressed
 */
record Draft(RequirementForm form, String key) {

    static String freshKey() {
        return UUID.randomUUID().toString();
    }

    static Optional<Draft> kept() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Draft.class));
    }

    void keep() {
        VaadinSession.getCurrent().setAttribute(Draft.class, this);
    }

    static void forget() {
        VaadinSession.getCurrent().setAttribute(Draft.class, null);
    }
}
