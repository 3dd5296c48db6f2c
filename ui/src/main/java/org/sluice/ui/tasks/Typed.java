package org.sluice.ui.tasks;

import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.TaskId;

/**
 * What a person has typed into a task's panel, kept in the session until the panel is made anew in another language.
 *
 * @param values by the path of their fields; they are the same in every language
 */
record Typed(Map<String, @Nullable Object> values) {

    static void keep(TaskId task, TaskPanel<?> panel) {
        VaadinSession.getCurrent().setAttribute(mark(task), new Typed(panel.typed()));
    }

    /** Fills a fresh panel with what was kept, once. */
    static void takeUp(TaskId task, TaskPanel<?> panel) {
        var session = VaadinSession.getCurrent();
        if (session.getAttribute(mark(task)) instanceof Typed kept) {
            session.setAttribute(mark(task), null);
            panel.type(kept.values());
        }
    }

    private static String mark(TaskId task) {
        return Typed.class.getName() + "." + task.value();
    }
}
