package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.ui.cases.CaseDesk.Entry;
import org.sluice.ui.cases.CaseDesk.Fact;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/**
 * The thread: what happened, when, by whom, and what was said. A task that has ended is one line, which says since when
 * it had been asked; so are the questions that one step put to one table.
 */
final class CaseThread extends Composite<OrderedList> {

    private static final Set<String> ENDS = Set.of("audit.task.completed", "audit.task.cancelled");

    CaseThread(List<Entry> entries) {
        getContent().addClassName("case-thread");
        folded(together(entries)).stream().map(CaseThread::item).forEach(getContent()::add);
    }

    /** Decisions of one table of one release with nothing in between; what each of them said stands with the decisions. */
    private static List<Entry> together(List<Entry> entries) {
        var lines = new ArrayList<Entry>();
        int questions = 1;
        for (var entry : entries) {
            var before = lines.isEmpty() ? null : lines.get(lines.size() - 1);
            if (before != null && isSameStep(before, entry)) {
                questions++;
                lines.set(lines.size() - 1, counted(entry, questions));
            } else {
                questions = 1;
                lines.add(entry);
            }
        }
        return lines;
    }

    /** Each step that decides something says so itself, which stands between two of them. */
    private static boolean isSameStep(Entry one, Entry other) {
        return sentence(one).equals("audit.decision.taken")
                && sentence(other).equals(sentence(one))
                && value(one, "decision").equals(value(other, "decision"))
                && value(one, "release").equals(value(other, "release"));
    }

    private static Entry counted(Entry last, int questions) {
        var details = new ArrayList<>(last.details());
        details.removeIf(fact -> fact.label().equals("rows"));
        var count = Integer.toString(questions);
        details.add(new Fact("questions", new LocalText(count, count)));
        return new Entry(last.at(), last.action(), last.person(), details);
    }

    /** Each task's beginning goes into its end; of a task that is still open the beginning stays. */
    private static List<Entry> folded(List<Entry> entries) {
        var lines = new ArrayList<Entry>();
        for (var entry : entries) {
            var begun = ENDS.contains(sentence(entry)) ? beginning(lines, entry) : null;
            if (begun == null) {
                lines.add(entry);
            } else {
                lines.remove(begun);
                lines.add(ending(begun, entry));
            }
        }
        return lines;
    }

    /** The last that began and has not ended; null when its beginning is not on record. */
    private static @Nullable Entry beginning(List<Entry> lines, Entry end) {
        return lines.stream()
                .filter(line -> sentence(line).equals("audit.task.created")
                        && task(line).equals(task(end)))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Entry ending(Entry begun, Entry end) {
        var since = Format.forReader().moment(begun.at());
        var details = new ArrayList<>(end.details());
        begun.details().stream()
                .filter(fact ->
                        details.stream().noneMatch(known -> known.label().equals(fact.label())))
                .forEach(details::add);
        details.add(new Fact("askedAt", new LocalText(since, since)));
        return new Entry(end.at(), end.action(), end.person(), details);
    }

    /** The message that says what happened. */
    private static String sentence(Entry entry) {
        return "audit." + entry.action();
    }

    private static Optional<LocalText> task(Entry entry) {
        return value(entry, "task");
    }

    private static Optional<LocalText> value(Entry entry, String label) {
        return entry.details().stream()
                .filter(fact -> fact.label().equals(label))
                .map(Fact::value)
                .findFirst();
    }

    private static ListItem item(Entry entry) {
        var time = new Span(Format.forReader().moment(entry.at()));
        time.addClassNames("quiet", "figure");
        var action = new Span(Words.of(sentence(entry)));
        action.addClassName("thread-action");
        var person = new Span(entry.person() == null ? Words.of("cases.theHouse") : Words.of(entry.person()));
        person.addClassName("quiet");
        var item = new ListItem(time, new Div(new Div(action, person), details(entry)));
        // what was done with a task says less than what was decided by it
        if (entry.person() == null || entry.action().startsWith("task.")) {
            item.addClassName("by-house");
        }
        return item;
    }

    private static Component details(Entry entry) {
        var facts = new FactList();
        facts.addClassName("thread-details");
        entry.details()
                .forEach(detail -> facts.fact("fact." + detail.label(), FactValue.of(detail.label(), detail.value())));
        facts.setVisible(!entry.details().isEmpty());
        return facts;
    }
}
