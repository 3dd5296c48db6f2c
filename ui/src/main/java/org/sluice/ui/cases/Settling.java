package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.sluice.process.CaseId;

/**
 * Waits for the steps that the engine takes by itself right after a person's, so that what is shown next is the state
 * after them. It asks a few times a second and gives up after some seconds; nothing on the screen moves meanwhile.
 */
public final class Settling {

    static final int MOST_QUESTIONS = 25;
    private static final int MILLIS_BETWEEN = 400;
    private static final int NEVER = -1;

    private final UI ui;
    private final CaseDesk desk;
    private final CaseId id;
    private final Runnable then;
    private final List<Registration> registrations;
    private int asked;

    private Settling(UI ui, Component on, CaseDesk desk, CaseId id, Runnable then) {
        this.ui = ui;
        this.desk = desk;
        this.id = id;
        this.then = then;
        registrations = List.of(ui.addPollListener(poll -> ask()), on.addDetachListener(gone -> stop()));
        ui.setPollInterval(MILLIS_BETWEEN);
    }

    /**
     * Runs something once the case has settled, at once if it has, at the latest when the waiting is given up; never if
     * the component has gone by then.
     */
    public static void then(Component on, CaseDesk desk, CaseId id, Runnable then) {
        if (desk.settled(id)) {
            then.run();
        } else {
            new Settling(UI.getCurrent(), on, desk, id, then);
        }
    }

    private void ask() {
        asked++;
        if (asked >= MOST_QUESTIONS || desk.settled(id)) {
            stop();
            then.run();
        }
    }

    private void stop() {
        ui.setPollInterval(NEVER);
        registrations.forEach(Registration::remove);
    }
}
