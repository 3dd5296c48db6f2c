package org.sluice.ui.tasks;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.sluice.process.NotFound;
import org.sluice.process.TaskId;
import org.sluice.ui.cases.CaseDesk;
import org.sluice.ui.cases.CaseDossier;
import org.sluice.ui.cases.CaseGuest;
import org.sluice.ui.cases.CaseWatch;
import org.sluice.ui.cases.Settling;
import org.sluice.ui.parts.DayField;
import org.sluice.ui.parts.MoneyField;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.RowList;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.MainLayout;
import org.sluice.ui.tasks.TaskDesk.Row;

/** One task: its form at the left, the case that it decides on at the right. */
@Route(value = Routes.TASKS, layout = MainLayout.class)
@PermitAll
@CssImport("./tasks.css")
// what panels are made of comes through Spring, where the bundle does not see it
@Uses(BigDecimalField.class)
@Uses(ComboBox.class)
@Uses(DayField.class)
@Uses(Dialog.class)
@Uses(IntegerField.class)
@Uses(MoneyField.class)
@Uses(MultiSelectComboBox.class)
@Uses(RowList.class)
@Uses(Select.class)
@Uses(TextArea.class)
class TaskView extends Screen implements HasUrlParameter<String> {

    /** What the person has just completed, so that the next task can say that it is another one. */
    private record Completed(String name, String caseNumber) {}

    private final transient TaskDesk desk;
    private final transient CaseDesk cases;
    private final transient TaskPanels panels;
    private final transient List<CaseGuest> guests;
    private final transient Clock clock;

    TaskView(TaskDesk desk, CaseDesk cases, TaskPanels panels, List<CaseGuest> guests, Clock clock) {
        super("tasks.title");
        this.desk = desk;
        this.cases = cases;
        this.panels = panels;
        this.guests = guests;
        this.clock = clock;
        addClassName("task-view");
        Hotkey.FIRST_TASK.on(this, () -> ListScope.goOn(desk));
    }

    @Override
    public void setParameter(BeforeEvent event, String taskId) {
        try {
            show(desk.open(new TaskId(taskId)));
        } catch (NotFound gone) {
            // as on the way back from a task that was completed: the list is where the person came from
            Notice.note("tasks.overGone");
            event.forwardTo(Routes.TASKS, ListScope.query());
        }
    }

    private void show(Row task) {
        var name = Words.of("task." + task.key());
        title(name + " " + task.caseNumber());
        var work =
                new TaskWork(desk, task, panels.make(task.key(), task.id(), desk.material(task.id())), clock.instant());
        var dossier = new Div(dossier(task));
        work.onDone(() -> done(task));
        work.onAnswer(() -> Notice.attempt(() -> {
            var now = dossier(task);
            dossier.removeAll();
            dossier.add(now);
        }));
        var split = new Div(work, dossier);
        split.addClassName("task-split");
        removeAll();
        // what was typed stays: only the case beside it, and who holds the task, are shown anew
        var watch = new CaseWatch(cases, task.caseId(), work::refresh);
        var header = header(task, name);
        add(header, watch, split);
        header.begin();
    }

    private CaseDossier dossier(Row task) {
        return new CaseDossier(cases, task.caseId(), clock.instant(), guests);
    }

    private static PageHeader header(Row task, String name) {
        var header = new PageHeader(name);
        var ui = UI.getCurrent();
        var before = ComponentUtil.getData(ui, Completed.class);
        ComponentUtil.setData(ui, Completed.class, null);
        if (before != null) {
            header.subtitle(Words.of("tasks.next", before.name(), before.caseNumber(), name, task.caseNumber()));
        }
        return header.actions(new KeyHelp())
                .beside(
                        new Anchor(Routes.caseOf(task.caseId()), task.caseNumber()),
                        new Div(Words.of(task.caseTitle())),
                        new Div(Words.of(task.orgUnitName())));
    }

    private void done(Row task) {
        var name = Words.of("task." + task.key());
        Notice.success("tasks.done", name, task.caseNumber());
        // the next task of the list may be this case's next step, which the engine is just making
        Settling.then(this, cases, task.caseId(), () -> {
            ComponentUtil.setData(UI.getCurrent(), Completed.class, new Completed(name, task.caseNumber()));
            ListScope.goOn(desk);
        });
    }
}
