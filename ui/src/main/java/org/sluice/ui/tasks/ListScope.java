package org.sluice.ui.tasks;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.TaskId;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.tasks.TaskDesk.Filter;
import org.sluice.ui.tasks.TaskDesk.Row;
import org.sluice.ui.tasks.TaskDesk.Scope;

/** The list from which a person works through the tasks: its tab and its filters, remembered for the session. */
final class ListScope {

    /** How far ahead a task is looked for that the person can do; whoever is further back is found in the list. */
    private static final int AHEAD = 50;

    private ListScope() {}

    static Filter current() {
        var kept = VaadinSession.getCurrent().getAttribute(Filter.class);
        return kept == null ? all(Scope.MINE) : kept;
    }

    static void keep(Filter filter) {
        VaadinSession.getCurrent().setAttribute(Filter.class, filter);
    }

    /** Where to go on: the first task of the list that the person may do and nobody else holds. */
    static Optional<Row> next(TaskDesk desk) {
        return desk.page(current(), 0, AHEAD).items().stream()
                .filter(row -> row.notForReader() == null && (row.mine() || row.assigneeName() == null))
                .findFirst();
    }

    /** Goes on with the next task, or to the list when it holds none. */
    static void goOn(TaskDesk desk) {
        next(desk).ifPresentOrElse(row -> UI.getCurrent().navigate(address(row.id())), ListScope::goToList);
    }

    /** The list as the person left it. */
    static void goToList() {
        UI.getCurrent().navigate(Routes.TASKS, query());
    }

    static QueryParameters query() {
        var filter = current();
        var query = new LinkedHashMap<String, String>();
        put(query, "q", filter.text());
        put(query, "task", filter.taskKey());
        put(query, "overdue", filter.overdueOnly() ? "true" : null);
        put(query, "tab", inAddress(filter.scope()));
        return QueryParameters.simple(query);
    }

    static String inAddress(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Filter all(Scope scope) {
        return new Filter(scope, null, null, false);
    }

    static String address(TaskId id) {
        return Routes.task(id);
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
