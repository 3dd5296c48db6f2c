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

    /** The form of this key has arrived; what another window still shows of it would be a new one. */
    static void sent(String key) {
        forget();
        VaadinSession.getCurrent().setAttribute(mark(key), true);
    }

    static boolean wasSent(String key) {
        return VaadinSession.getCurrent().getAttribute(mark(key)) != null;
    }

    private static String mark(String key) {
        return Draft.class.getName() + ".sent." + key;
    }
}
