package org.sluice.ui.cases;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.sluice.ui.cases.CaseDesk.Related;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Words;

/** Where a case came from, and what came from it. */
final class RelatedCases extends Composite<UnorderedList> {

    RelatedCases(List<Related> cases) {
        getContent().addClassName("open-tasks");
        cases.stream().map(RelatedCases::item).forEach(getContent()::add);
    }

    private static ListItem item(Related other) {
        var how = new Span(Words.of(
                other.origin() ? "cases.related.origin" : "cases.related.followUp",
                Words.of("CaseKind." + other.kind())));
        how.addClassName("quiet");
        var link = new RouterLink(
                other.number() + " " + Words.of(other.title()),
                CaseView.class,
                other.caseId().toString());
        return new ListItem(how, link, StatusBadge.ofState(other.state()));
    }
}
