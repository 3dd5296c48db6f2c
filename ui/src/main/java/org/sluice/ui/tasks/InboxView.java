package org.sluice.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;
import org.sluice.ui.tasks.TaskDesk.Row;
import org.sluice.ui.tasks.TaskDesk.Scope;

/** What waits for the person, the most pressing first. */
@Route(value = Routes.TASKS, layout = MainLayout.class)
@PermitAll
@CssImport("./tasks.css")
class InboxView extends Screen implements BeforeEnterObserver {

    private final transient TaskDesk desk;
    private final transient Clock clock;
    private final Map<Scope, Tab> tabs = Map.of(Scope.MINE, new Tab(), Scope.MY_GROUPS, new Tab());
    private final Tabs bar = new Tabs();
    private final Button otherTab = new Button("", click -> bar.setSelectedTab(tab(other())));
    private final FilterBar filters;
    private final DataGrid<Row> list;

    InboxView(TaskDesk desk, TaskPanels panels, Clock clock) {
        super("tasks.title");
        this.desk = desk;
        this.clock = clock;
        list = list();
        filters = new FilterBar(this::changed)
                .search()
                .select(
                        "task",
                        "tasks.anyTask",
                        panels.types().stream()
                                .map(type -> new FilterBar.Choice(type.key(), Words.of("task." + type.key())))
                                .toList())
                .toggle("overdue", "tasks.overdueOnly")
                .also("tab", () -> ListScope.inAddress(scope()), this::choose);
        bar.add(tab(Scope.MINE), tab(Scope.MY_GROUPS));
        bar.addSelectedChangeListener(change -> filters.change());
        Hotkey.FIRST_TASK.on(this, () -> ListScope.goOn(desk));
        fill(
                new PageHeader(Words.of("tasks.title"))
                        .subtitle(Words.of("tasks.subtitle"))
                        .actions(new KeyHelp()),
                bar,
                filters,
                list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        changed();
    }

    private void changed() {
        ListScope.keep(filter(scope()));
        count();
        list.refresh();
    }

    /** Opens the tab that the address names, else the one left last, else the first; but none in vain. */
    private void choose(@Nullable String inAddress) {
        var asked = Stream.of(Scope.values())
                .filter(scope -> ListScope.inAddress(scope).equals(inAddress))
                .findFirst();
        var last = ListScope.current().scope();
        bar.setSelectedTab(tab(asked.or(() -> Stream.concat(Stream.of(last), Stream.of(Scope.values()))
                        .filter(scope -> total(filter(scope)) > 0)
                        .findFirst())
                .orElse(last)));
    }

    private DataGrid<Row> list() {
        otherTab.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return new DataGrid<Row>("tasks.none", (offset, limit) -> desk.page(filter(scope()), offset, limit))
                .link("tasks.task", row -> Words.of("task." + row.key()), row -> ListScope.address(row.id()))
                .local("tasks.subject", Row::subject)
                .share(6)
                .text("tasks.case", row -> row.caseNumber() + " " + Words.of(row.caseTitle()))
                .share(5)
                .local("tasks.unit", Row::orgUnitName)
                .share(3)
                .text("tasks.group", row -> Words.of(row.candidateGroup()))
                .share(2)
                .money("tasks.amount", Row::amount)
                .column("tasks.due", this::due)
                .column("tasks.assignee", this::assignee)
                .opensRoute(row -> ListScope.address(row.id()))
                .stepsByLetter()
                .whenEmpty(otherTab);
    }

    private TaskDesk.Filter filter(Scope scope) {
        return new TaskDesk.Filter(scope, filters.value("q"), filters.value("task"), filters.isSet("overdue"));
    }

    private Scope scope() {
        return tab(Scope.MINE).equals(bar.getSelectedTab()) ? Scope.MINE : Scope.MY_GROUPS;
    }

    private Scope other() {
        return scope() == Scope.MINE ? Scope.MY_GROUPS : Scope.MINE;
    }

    private Tab tab(Scope scope) {
        return Objects.requireNonNull(tabs.get(scope));
    }

    private void count() {
        tabs.forEach((scope, tab) -> tab.setLabel(Words.of("tasks.scope." + scope, total(ListScope.all(scope)))));
        var there = total(filter(other()));
        otherTab.setText(Words.of("tasks.look." + other(), there));
        otherTab.setVisible(there > 0);
    }

    private long total(TaskDesk.Filter filter) {
        return desk.page(filter, 0, 1).total();
    }

    private Component due(Row row) {
        if (row.due() == null) {
            return new Span(Words.of("parts.none"));
        }
        var format = Format.forReader();
        var mark = new StatusBadge(format.due(row.due(), clock.instant()), row.overdue() ? Tone.BAD : Tone.QUIET);
        mark.setTitle(format.moment(row.due()));
        var reminded = row.remindedAt();
        return reminded == null ? mark : new Span(mark, new Text(" "), new RemindedBadge(reminded));
    }

    private Component assignee(Row row) {
        if (row.mine()) {
            return new Span(Words.of("tasks.me"));
        }
        if (row.assigneeName() != null) {
            return new Span(Words.of(row.assigneeName()));
        }
        var claim = new Button(Words.of("tasks.claim"), click -> claim(row));
        claim.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE);
        claim.setAriaLabel(Words.of("tasks.claimThis", name(row), row.caseNumber()));
        return claim;
    }

    /** Apart from its neighbours also for whoever hears it. */
    private static String name(Row row) {
        var name = Words.of("task." + row.key());
        return row.subject() == null ? name : name + ": " + Words.of(row.subject());
    }

    private void claim(Row row) {
        if (Notice.attempt(() -> desk.claim(row.id()))) {
            Notice.success("tasks.claimed", Words.of("task." + row.key()), row.caseNumber());
        }
        changed();
    }
}
