package org.sluice.ui.blacklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.sluice.process.CaseId;
import org.sluice.ui.blacklist.BlacklistDesk.Line;
import org.sluice.ui.catalog.CatalogGuest;
import org.sluice.ui.parts.EmptyState;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.Notice;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Words;

/** What the blacklist says of a supplier, on its page, with what the reader may do about it. */
@org.springframework.stereotype.Component
public class BlacklistOfCatalog implements CatalogGuest {

    private final BlacklistDesk desk;

    public BlacklistOfCatalog(BlacklistDesk desk) {
        this.desk = desk;
    }

    @Override
    public Component ofSupplier(String code) {
        var shown = desk.ofSupplier(code);
        var panel = new Div(new H2(Words.of("blacklist.title")));
        panel.addClassNames("panel", "decisions");
        if (shown.entries().isEmpty()) {
            panel.add(new EmptyState(Words.of("blacklist.none")));
        }
        shown.entries().forEach(line -> panel.add(card(line)));
        if (shown.mayPropose()) {
            panel.add(new Button(Words.of("blacklist.propose"), click -> new ProposeDialog(body -> {
                        var opened = desk.propose(code, body);
                        UI.getCurrent().navigate(Routes.caseOf(opened));
                    })
                    .open()));
        }
        return panel;
    }

    /** A product is not listed; its supplier's page says it. */
    @Override
    public Component ofProduct(String code) {
        var nothing = new Div();
        nothing.setVisible(false);
        return nothing;
    }

    private Component card(Line line) {
        var format = Format.forReader();
        var number =
                line.mayOpenCase() ? new Anchor(Routes.caseOf(line.caseId()), line.number()) : new Span(line.number());
        var heading = new H3(number, new Span(" "));
        heading.add(StatusBadge.ofState(line.state()));
        var facts = new FactList()
                .fact("blacklist.reason", Words.of(line.reason()))
                .fact("blacklist.severity", Words.of(line.severity()))
                .fact("blacklist.proposedAt", format.moment(line.proposedAt()));
        if (line.effectiveOn() != null) {
            facts.fact("blacklist.effectiveOn", format.date(line.effectiveOn()));
        }
        if (line.endsOn() != null) {
            facts.fact(
                    "blacklist.endsOn",
                    line.permanent() ? Words.of("blacklist.permanent") : format.date(line.endsOn()));
        }
        if (line.suspendedUntil() != null) {
            facts.fact("blacklist.suspendedUntil", format.date(line.suspendedUntil()));
        }
        var card = new Div(heading, facts);
        card.addClassName("decision");
        actions(line, card);
        return card;
    }

    private void actions(Line line, Div card) {
        CaseId entry = line.caseId();
        var ways = new Div();
        if (line.maySuspend()) {
            ways.add(new Button(Words.of("blacklist.suspend"), click -> new SuspendDialog(body -> {
                        desk.suspend(entry, body);
                        reload("blacklist.suspend.done");
                    })
                    .open()));
        }
        if (line.mayEndSuspension()) {
            ways.add(new Button(Words.of("blacklist.endSuspension"), click -> new EndSuspensionDialog(body -> {
                        desk.endSuspension(entry, body);
                        reload("blacklist.endSuspension.done");
                    })
                    .open()));
        }
        if (line.mayProposeLifting()) {
            ways.add(new Button(Words.of("blacklist.lifting"), click -> new LiftingDialog(body -> {
                        desk.proposeLifting(entry, body);
                        // what the table said of it stands there
                        UI.getCurrent().navigate(Routes.caseOf(entry));
                    })
                    .open()));
        }
        ways.setVisible(ways.getComponentCount() > 0);
        card.add(ways);
    }

    private static void reload(String done) {
        Notice.success(done);
        UI.getCurrent().refreshCurrentRoute(true);
    }
}
