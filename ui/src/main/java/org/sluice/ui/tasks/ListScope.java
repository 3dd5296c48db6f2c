package org.sluice.ui.tasks;

import com.vaadin.flow.server.VaadinSession;
import org.sluice.process.TaskId;
import org.sluice.ui.parts.Routes;

/** The list from which a person works through the tasks, remembered for the session. */
final class ListScope {

    private ListScope() {}

    static TaskDesk.Scope current() {
        var kept = VaadinSession.getCurrent().getAttribute(TaskDesk.Scope.class);
        return kept == null ? TaskDesk.Scope.MINE : kept;
    }

    static void keep(TaskDesk.Scope scope) {
        VaadinSession.getCurrent().setAttribute(TaskDesk.Scope.class, scope);
    }

    /** Where to go on: the first task of the list, or the list itself when it is empty. */
    static String next(TaskDesk desk) {
        return desk.page(all(current()), 0, 1).items().stream()
                .findFirst()
                .map(row -> address(row.id()))
                .orElse(Routes.TASKS);
    }

    static TaskDesk.Filter all(TaskDesk.Scope scope) {
        return new TaskDesk.Filter(scope, null, null, false);
    }

    static String address(TaskId id) {
        return Routes.TASKS + "/" + id;
    }
}
