package org.sluice.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.NotFound;
import org.sluice.ui.parts.DataGrid;
import org.sluice.ui.parts.FactList;
import org.sluice.ui.parts.FilterBar;
import org.sluice.ui.parts.Format;
import org.sluice.ui.parts.PageHeader;
import org.sluice.ui.parts.Routes;
import org.sluice.ui.parts.Screen;
import org.sluice.ui.parts.StatusBadge;
import org.sluice.ui.parts.Tone;
import org.sluice.ui.parts.Words;
import org.sluice.ui.rulebook.RulebookDesk.Clause;
import org.sluice.ui.rulebook.RulebookDesk.Parameter;
import org.sluice.ui.rulebook.RulebookDesk.Release;
import org.sluice.ui.shell.MainLayout;

/**
 * One release of the rule book: its tables, rules, parameters, and the clauses on which they stand; beside another one if asked,
 * with what differs. Which releases stands in the address.
 */
@Route(value = Routes.RULEBOOK, layout = MainLayout.class)
@PermitAll
class RulebookView extends Screen implements AfterNavigationObserver {

    private static final String RELEASE = "release";
    private static final String AGAINST = "against";
    private static final String GROUP = "group";
    private static final String SEVERITY = "severity";
    private static final List<String> GROUPS = List.of("supplier", "data", "usage", "privacyJob");
    private static final List<String> SEVERITIES = List.of("REJECT", "MANUAL", "WARN");

    private final transient RulebookDesk desk;
    private final transient List<Release> releases;
    private final FilterBar choice = new FilterBar(this::show);
    private final FilterBar ruleChoice = new FilterBar(this::showRules);
    private final Div rules = new Div();
    private final Div page = new Div();

    RulebookView(RulebookDesk desk) {
        super("rulebook.title");
        this.desk = desk;
        releases = desk.releases();
        var choices = releases.stream().map(RulebookView::choice).toList();
        // each of the two writes the whole address
        choice.select(RELEASE, "rulebook.release", choices)
                .select(AGAINST, "rulebook.against", choices)
                .also(GROUP, () -> ruleChoice.value(GROUP), value -> {})
                .also(SEVERITY, () -> ruleChoice.value(SEVERITY), value -> {});
        ruleChoice
                .select(GROUP, "rulebook.rule.group", codes("RuleGroup.", GROUPS))
                .select(SEVERITY, "rulebook.rule.severity", codes("Severity.", SEVERITIES))
                .also(RELEASE, () -> choice.value(RELEASE), value -> {})
                .also(AGAINST, () -> choice.value(AGAINST), value -> {});
        rules.addClassName("stack");
        page.addClassName("stack");
        addClassName("screen-wide");
        add(page);
    }

    /** @throws NotFound when the address names a release that does not exist */
    @Override
    public void afterNavigation(AfterNavigationEvent navigation) {
        var query = navigation.getLocation().getQueryParameters();
        for (var name : List.of(RELEASE, AGAINST)) {
            query.getSingleParameter(name).filter(asked -> !asked.isBlank()).ifPresent(asked -> require(asked));
        }
        choice.read(query);
        ruleChoice.read(query);
        show();
    }

    private void show() {
        var release = shown();
        var against = chosen(AGAINST);
        var clauses = desk.clauses(release.number());
        var sheets = new TabSheet();
        sheets.addClassName("plain-tabs");
        if (against != null) {
            sheets.add(Words.of("rulebook.changes"), changes(against, release));
        }
        sheets.add(Words.of("rulebook.tables"), tables(release, clauses));
        var ruleTab = sheets.add(Words.of("rulebook.rules"), rules);
        sheets.add(Words.of("rulebook.parameters"), parameters(release));
        sheets.add(Words.of("rulebook.clauses"), clauses(clauses));
        showRules();
        if (ruleChoice.isSet(GROUP) || ruleChoice.isSet(SEVERITY)) {
            sheets.setSelectedTab(ruleTab);
        }
        page.removeAll();
        page.add(new PageHeader(title()).subtitle(purpose(release)), choice, sheets);
    }

    private void showRules() {
        var release = shown().number();
        var all = desk.rules(release);
        var chosen = all.stream()
                .filter(rule -> passes(GROUP, rule.group()) && passes(SEVERITY, rule.severity()))
                .toList();
        rules.removeAll();
        rules.add(
                ruleChoice,
                new RuleList(
                        all.isEmpty() ? "rulebook.rules.none" : "rulebook.rules.noMatch",
                        chosen,
                        byRef(desk.clauses(release))));
    }

    private boolean passes(String name, String value) {
        var wanted = ruleChoice.value(name);
        return wanted == null || wanted.equals(value);
    }

    private Release shown() {
        var shown = chosen(RELEASE);
        return shown == null ? releases.get(0) : shown;
    }

    private static Map<String, Clause> byRef(List<Clause> clauses) {
        return clauses.stream().collect(Collectors.toMap(Clause::ref, Function.identity(), (a, b) -> a));
    }

    private static List<FilterBar.Choice> codes(String family, List<String> codes) {
        return codes.stream()
                .map(code -> new FilterBar.Choice(code, Words.of(family + code)))
                .toList();
    }

    private String purpose(Release release) {
        return Words.of(
                release.equals(releases.get(0)) ? "rulebook.purpose.current" : "rulebook.purpose",
                release.number(),
                Format.forReader().moment(release.inForceFrom()));
    }

    private @Nullable Release chosen(String name) {
        var value = choice.value(name);
        return value == null ? null : require(value);
    }

    private Release require(String number) {
        return releases.stream()
                .filter(release -> String.valueOf(release.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("release", number));
    }

    private static FilterBar.Choice choice(Release release) {
        return new FilterBar.Choice(
                String.valueOf(release.number()),
                Words.of(
                        "rulebook.release.of",
                        release.number(),
                        Format.forReader().moment(release.inForceFrom())));
    }

    private Div changes(Release from, Release to) {
        return new Div(new ChangeTable(
                from.number(),
                to.number(),
                desk.changes(from.number(), to.number()),
                desk.tables(to.number()).stream()
                        .collect(Collectors.toMap(RulebookDesk.Table::key, table -> Words.of(table.name())))));
    }

    private Div tables(Release release, List<Clause> clauses) {
        var byRef = byRef(clauses);
        var all = new Div();
        all.addClassName("stack");
        desk.tables(release.number()).forEach(table -> {
            var name = new H2(Words.of(table.name()));
            name.setId(table.key());
            var policy = new Div(Words.of("rulebook.hit." + table.hitPolicy()));
            policy.addClassName("quiet");
            all.add(new Div(name, policy, new DecisionTable(table, byRef)));
        });
        return all;
    }

    private DataGrid<Parameter> parameters(Release release) {
        return DataGrid.of("rulebook.parameters.none", desk.parameters(release.number()))
                .local("rulebook.parameter.what", Parameter::what)
                .grow()
                .figure(
                        "rulebook.parameter.value",
                        parameter -> parameter.value().stripTrailingZeros().toPlainString())
                .text("rulebook.parameter.unit", Parameter::unit)
                .text("rulebook.parameter.key", Parameter::key);
    }

    private static DataGrid<Clause> clauses(List<Clause> clauses) {
        return DataGrid.of("rulebook.clauses.none", clauses)
                .text("rulebook.ref", Clause::ref)
                .text("rulebook.article", Clause::article)
                .local("rulebook.summary", Clause::summary)
                .grow()
                .column("rulebook.checked", RulebookView::mark)
                .unfolds(RulebookView::whole);
    }

    /** The text that a line cuts, and by what means somebody found it. */
    private static Div whole(Clause clause) {
        var whole = new Div(
                new Div(Words.of(clause.summary())),
                new FactList().fact("rulebook.article", clause.article()).fact("rulebook.mark", clause.mark()));
        whole.addClassName("panel");
        return whole;
    }

    static StatusBadge mark(Clause clause) {
        return clause.verified()
                ? new StatusBadge(Words.of("rulebook.verified"), Tone.GOOD)
                : new StatusBadge(Words.of("rulebook.unverified"), Tone.WARNING);
    }
}
