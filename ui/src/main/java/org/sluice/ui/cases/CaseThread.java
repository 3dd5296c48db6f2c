package org.sluice.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.sluice.ui.cases.CaseDesk.Entry;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Words;

/** The thread: what happened, when, by whom, and what was said. */
final class CaseThread extends Composite<OrderedList> {

    CaseThread(List<Entry> entries) {
        getContent().addClassName("case-thread");
        entries.stream().map(CaseThread::item).forEach(getContent()::add);
    }

    private static ListItem item(Entry entry) {
        var time = new Span(Format.forReader().moment(entry.at()));
        time.addClassNames("quiet", "figure");
        var action = new Span(Words.of("audit." + entry.action()));
        action.addClassName("thread-action");
        var person = new Span(entry.person() == null ? Words.of("cases.theHouse") : Words.of(entry.person()));
        person.addClassName("quiet");
        var item = new ListItem(time, new Div(new Div(action, person), details(entry)));
        if (entry.person() == null) {
            item.addClassName("by-house");
        }
        return item;
    }

    private static Component details(Entry entry) {
        var facts = new FactList();
        facts.addClassName("thread-details");
        entry.details()
                .forEach(detail -> facts.fact("fact." + detail.label(), FactWords.of(detail.label(), detail.value())));
        facts.setVisible(!entry.details().isEmpty());
        return facts;
    }
}
