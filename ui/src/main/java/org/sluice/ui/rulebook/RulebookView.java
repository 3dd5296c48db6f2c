package org.sluice.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.rulebook.RulebookDesk.Clause;
import org.sluice.ui.shell.MainLayout;

/** The decision tables in force, and the clauses on which they stand. */
@Route(value = Routes.RULEBOOK, layout = MainLayout.class)
@PermitAll
class RulebookView extends Screen {

    RulebookView(RulebookDesk desk) {
        super("rulebook.title");
        var clauses = desk.clauses().stream().collect(Collectors.toMap(Clause::ref, Function.identity(), (a, b) -> a));
        var sheets = new TabSheet();
        sheets.add(Words.of("rulebook.tables"), tables(desk, clauses));
        sheets.add(Words.of("rulebook.clauses"), clauses(desk));
        sheets.addClassName("plain-tabs");
        addClassName("screen-wide");
        add(new PageHeader(title()).subtitle(Words.of("rulebook.purpose", desk.release())), sheets);
    }

    private static Div tables(RulebookDesk desk, Map<String, Clause> clauses) {
        var all = new Div();
        all.addClassName("stack");
        desk.tables().forEach(table -> {
            var name = new H2(Words.of(table.name()));
            name.setId(table.key());
            var policy = new Div(Words.of("rulebook.hit." + table.hitPolicy()));
            policy.addClassName("quiet");
            all.add(new Div(name, policy, new DecisionTable(table, clauses)));
        });
        return all;
    }

    private static DataGrid<Clause> clauses(RulebookDesk desk) {
        return DataGrid.of("rulebook.clauses.none", desk.clauses())
                .text("rulebook.ref", Clause::ref)
                .text("rulebook.article", Clause::article)
                .local("rulebook.summary", Clause::summary)
                .grow()
                .text("rulebook.mark", Clause::mark)
                .column("rulebook.checked", RulebookView::mark);
    }

    static StatusBadge mark(Clause clause) {
        return clause.verified()
                ? new StatusBadge(Words.of("rulebook.verified"), Tone.GOOD)
                : new StatusBadge(Words.of("rulebook.unverified"), Tone.WARNING);
    }
}
