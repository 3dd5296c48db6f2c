package org.sluice.ui.story;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.story.StoryDesk.Pace;
import org.sluice.ui.story.StoryDesk.Part;
import org.sluice.ui.story.StoryDesk.Step;

/** The chapters in their order: what each is about, and who did what in it. */
final class ChapterList extends Composite<OrderedList> {

    ChapterList(List<Part> parts) {
        getContent().addClassName("story-chapters");
        parts.stream().map(ChapterList::item).forEach(getContent()::add);
    }

    private static ListItem item(Part part) {
        var title = new H2(Words.of(part.chapter()));
        var top = new Div(title, badge(part.pace()));
        top.addClassName("story-chapter-top");
        if (part.caseId() != null && part.caseNumber() != null && part.pace() != Pace.AHEAD) {
            top.add(new Anchor(Routes.caseOf(part.caseId()), Words.of("story.case", part.caseNumber())));
        }
        var item = new ListItem(top, new Paragraph(Words.of("story.chapter." + part.chapter())));
        item.addClassNames("story-chapter", "story-" + part.pace().name().toLowerCase(Locale.ROOT));
        if (part.pace() == Pace.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        if (!part.steps().isEmpty()) {
            item.add(steps(part));
        }
        return item;
    }

    private static StatusBadge badge(Pace pace) {
        return new StatusBadge(
                Words.of(pace),
                switch (pace) {
                    case DONE -> Tone.GOOD;
                    case NOW -> Tone.RUNNING;
                    case AHEAD -> Tone.QUIET;
                });
    }

    private static Component steps(Part part) {
        var list = new UnorderedList();
        list.addClassName("story-steps");
        part.steps().stream().map(ChapterList::step).forEach(list::add);
        var details = new Details(Words.of("story.steps", part.steps().size()), list);
        details.setOpened(part.pace() == Pace.NOW);
        return details;
    }

    private static ListItem step(Step step) {
        var what = new Span(name(step));
        var who = new Span(step.person() == null ? Words.of("cases.theHouse") : Words.of(step.person()));
        var when = new Span(Format.forReader().moment(step.at()));
        when.addClassNames("quiet", "figure");
        var line = new ListItem(what);
        if (step.subject() != null) {
            var subject = new Span(Words.of(step.subject()));
            subject.addClassName("quiet");
            line.add(subject);
        }
        line.add(who, when);
        return line;
    }

    private static String name(Step step) {
        return step.task() == null ? Words.of(step.move()) : Words.of("task." + step.task());
    }
}
