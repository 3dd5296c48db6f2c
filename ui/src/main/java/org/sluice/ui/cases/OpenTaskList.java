package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sluice.ui.cases.CaseDesk.OpenTask;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;

/** Who has the case and since when; or, when nobody is asked, why not. */
final class OpenTaskList extends Composite<Div> {

    private final Instant now;

    OpenTaskList(List<OpenTask> tasks, CaseDesk.File file, Instant now) {
        this.now = now;
        if (tasks.isEmpty()) {
            getContent().add(new EmptyState(standing(file)));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("open-tasks");
        tasks.stream().map(this::item).forEach(list::add);
        getContent().add(list);
    }

    private static String standing(CaseDesk.File file) {
        var format = Format.forReader();
        if (file.closedAt() != null && file.outcome() != null) {
            return Words.of(
                    "cases.closed",
                    format.date(LocalDate.ofInstant(file.closedAt(), Format.ZONE)),
                    Words.of("outcome." + file.outcome()));
        }
        var standing = file.standing();
        return standing == null
                ? Words.of("cases.noOpenTasks")
                : Words.of("standing." + standing.what(), format.date(LocalDate.ofInstant(standing.at(), Format.ZONE)));
    }

    private ListItem item(OpenTask task) {
        var name = name(task);
        name.addClassName("open-task-name");
        var item = new ListItem(name);
        if (task.subject() != null) {
            item.add(new Span(Words.of(task.subject())));
        }
        item.add(holder(task), since(task));
        if (task.due() != null) {
            var late = task.due().isBefore(now);
            item.add(new StatusBadge(Format.forReader().due(task.due(), now), late ? Tone.BAD : Tone.QUIET));
        }
        if (task.mayOpen() && task.notForReader() != null) {
            var reason = new Span(Words.of("tasks.notForYou", Words.of(task.notForReader())));
            reason.addClassName("quiet");
            item.add(reason);
        }
        if (task.missing() > 0) {
            item.add(new StatusBadge(
                    Words.of("cases.missing", task.missing(), Words.of(task.candidateGroup())), Tone.BAD));
        }
        return item;
    }

    /** A link for whoever may open it, to the person's part of it. */
    private static HtmlContainer name(OpenTask task) {
        var words = Words.of("task." + task.key());
        return task.mayOpen() ? new Anchor(Routes.task(task.id()), words) : new Span(words);
    }

    private static Component holder(OpenTask task) {
        var group = Words.of(task.candidateGroup()) + " · " + Words.of(task.orgUnitName());
        return new Span(
                task.assigneeName() == null
                        ? Words.of("cases.waitsForGroup", group)
                        : Words.of("cases.heldBy", Words.of(task.assigneeName()), group));
    }

    private static Component since(OpenTask task) {
        var since = new Span(Words.of("cases.since", Format.forReader().moment(task.createdAt())));
        since.addClassName("quiet");
        return since;
    }
}
