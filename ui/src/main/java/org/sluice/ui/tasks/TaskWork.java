package org.sluice.ui.tasks;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.sluice.process.Body;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.Refusal;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.shell.LanguageChosen;
import org.sluice.ui.tasks.TaskDesk.Row;

/**
 * The person's side of a task: who holds it, the panel, and the ways out. Whatever the desk answers, what was typed stays
 * in the panel until the task is completed, and who holds it is shown as the desk knows it then.
 */
final class TaskWork extends Composite<Section> {

    private final transient TaskDesk desk;
    private final TaskPanel<?> panel;
    private final Div holder = new Div();
    private final Div trouble = new Div();
    private final Div asked = new Div();
    private final Button claim = button("tasks.claim", Hotkey.CLAIM, this::claim);
    private final Button giveBack = new Button(Words.of("tasks.giveBack"), click -> giveBack());
    private final Button complete = button("tasks.complete", Hotkey.COMPLETE, this::complete);
    private final Instant now;
    private transient Row task;
    private boolean over;
    private transient Runnable done = () -> {};
    private transient Runnable answered = () -> {};

    TaskWork(TaskDesk desk, Row task, TaskPanel<?> panel, Instant now) {
        this.desk = desk;
        this.task = task;
        this.panel = panel;
        this.now = now;
        complete.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        complete.setDisableOnClick(true);
        trouble.addClassName("error-state");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        holder.addClassName("task-holder");
        var ways = new Div(complete, claim, giveBack);
        ways.addClassName("task-ways");
        var keys = new Paragraph(Words.of("tasks.keys"));
        keys.addClassNames("quiet", "task-keys");
        getContent().addClassNames("panel", "task-work");
        getContent().getElement().setAttribute("aria-label", Words.of("tasks.work"));
        if (task.subject() != null) {
            // the page's own heading scrolls away while this part stays
            getContent().add(new H2(Words.of(task.subject())));
        }
        getContent().add(holder, trouble, panel, ways, keys, asked);
        Hotkey.FIRST_FIELD.on(this, panel::focusFirst);
        Typed.takeUp(task.id(), panel);
        show();
    }

    /** Switching the language makes the page anew: what was typed waits in the session meanwhile. */
    @Override
    protected void onAttach(AttachEvent event) {
        var registration =
                ComponentUtil.addListener(event.getUI(), LanguageChosen.class, chosen -> Typed.keep(task.id(), panel));
        addDetachListener(detach -> {
            detach.unregisterListener();
            registration.remove();
        });
    }

    /** What follows once the task is completed. */
    void onDone(Runnable then) {
        done = then;
    }

    /** What follows after every other answer of the desk, done or refused: the case may have changed. */
    void onAnswer(Runnable then) {
        answered = then;
    }

    private Button button(String key, Hotkey hotkey, Runnable action) {
        var button = new Button(Words.of(key), click -> action.run());
        button.setTooltipText(hotkey.written());
        button.getElement().setAttribute("aria-keyshortcuts", hotkey.forScreenReader());
        hotkey.on(this, () -> {
            if (button.isVisible() && button.isEnabled()) {
                action.run();
            }
        });
        return button;
    }

    private void show() {
        holder.removeAll();
        holder.add(new Div(holderText()));
        if (task.due() != null && !over) {
            holder.add(
                    new StatusBadge(Format.forReader().due(task.due(), now), task.overdue() ? Tone.BAD : Tone.QUIET));
        }
        if (task.remindedAt() != null) {
            holder.add(new RemindedBadge(task.remindedAt()));
        }
        var free = task.assigneeName() == null;
        var mayDo = !over && task.notForReader() == null;
        claim.setVisible(mayDo && free && !task.mine());
        giveBack.setVisible(!over && task.mine());
        complete.setEnabled(mayDo && (free || task.mine()));
    }

    private String holderText() {
        if (over) {
            return Words.of("tasks.over");
        }
        if (task.notForReader() != null) {
            return Words.of("tasks.notForYou", Words.of(task.notForReader()));
        }
        var group = Words.of(task.candidateGroup());
        if (task.mine()) {
            return Words.of("tasks.youHoldIt");
        }
        return task.assigneeName() == null
                ? Words.of("tasks.freeFor", group)
                : Words.of("tasks.heldBy", Words.of(task.assigneeName()));
    }

    private void claim() {
        if (attempt(() -> desk.claim(task.id()))) {
            panel.focusFirst();
        }
    }

    private void giveBack() {
        attempt(() -> desk.unclaim(task.id()));
    }

    private boolean attempt(Runnable step) {
        trouble.setVisible(false);
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            say(new Paragraph(Notice.text(e)));
            return false;
        } finally {
            refresh();
        }
    }

    /** Asks again who holds it; what was typed stays. */
    void refresh() {
        try {
            task = desk.open(task.id());
        } catch (Refusal gone) {
            over = true;
        }
        show();
        answered.run();
    }

    private void complete() {
        complete.setEnabled(true);
        trouble.setVisible(false);
        asked.removeAll();
        var body = panel.read();
        // the desk refuses what is not well-formed, and tells what it has looked up beside it
        var question = body.problems().isEmpty() ? panel.question() : null;
        if (question == null) {
            send(body);
        } else {
            asked.add(new SendingQuestion(question, () -> send(body)));
        }
    }

    private void send(Body body) {
        try {
            desk.complete(task.id(), body);
        } catch (Invalid e) {
            fieldTrouble(e.problems());
            return;
        } catch (RuntimeException e) {
            say(new Paragraph(Notice.text(e)), new Paragraph(Words.of("tasks.nothingLost")));
            refresh();
            return;
        }
        complete.setEnabled(false);
        done.run();
    }

    private void fieldTrouble(List<FieldProblem> problems) {
        var homeless = panel.show(problems, Words.locale());
        if (!homeless.isEmpty()) {
            var list = new UnorderedList();
            homeless.forEach(problem -> list.add(new ListItem(problem.text(Words.locale()))));
            say(list);
        }
    }

    private void say(Component... lines) {
        trouble.removeAll();
        trouble.add(lines);
        trouble.setVisible(true);
        // the button stands below a long form, this stands above it
        trouble.getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }
}
