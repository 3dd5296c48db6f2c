package org.sluice.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** What units made of listed products: 220 listed cases by line, and a few that are drafts or retired. */
final class DemoApplicationCases {

    /** Scenarios that look for risks rather than lend: what they bring is told in other words. */
    private static final Pattern WATCHING = Pattern.compile("监测|预警|盗刷|担保圈|敞口");

    private static final Map<String, Integer> OTHERS = Map.of("DRAFT", 1, "RETIRED", 2);

    /** One case before it is written: a unit at work on a scenario. */
    private record Idea(DemoScenarios.Scenario scenario, DemoPlaces.Unit unit, String state) {}

    private final JdbcTemplate jdbc;
    private final DemoTaxonomy taxonomy;
    private final LocalDate today;
    private final Draw draw = new Draw("application cases");
    private final Map<DemoPlaces.Unit, String> regions = regions();
    private final WordList results = WordList.of("case_results.csv");
    private final WordList ideas = WordList.of("case_ideas.csv");

    DemoApplicationCases(JdbcTemplate jdbc, DemoTaxonomy taxonomy, LocalDate today) {
        this.jdbc = jdbc;
        this.taxonomy = taxonomy;
        this.today = today;
    }

    void load(List<DemoScenarios.Scenario> scenarios, List<DemoProduct> products) {
        var rows = new ArrayList<Object[]>();
        int number = 0;
        for (var idea : draw.shuffled(ideas(scenarios))) {
            number++;
            rows.add(row("AC-" + Integer.toString(10_000 + number).substring(1), idea, products));
        }
        jdbc.batchUpdate("""
                insert into sluice.application_case (id, code, title_zh, title_en, summary_zh, summary_en, business_line,
                    scenario, org_unit, state, products, result_zh, result_en, since, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?, true)
                """, rows);
    }

    /** No unit works twice on the same scenario. */
    private List<Idea> ideas(List<DemoScenarios.Scenario> scenarios) {
        var units = new ArrayList<>(DemoPlaces.branches());
        units.add(DemoPlaces.headOffice());
        var all = new ArrayList<Idea>();
        WordList.counts("listed case").forEach((line, count) -> {
            var states = new LinkedHashMap<String, Integer>();
            states.put("LISTED", count);
            List.of("DRAFT", "RETIRED").forEach(state -> states.put(state, OTHERS.get(state)));
            var pairs = new ArrayList<Map.Entry<DemoScenarios.Scenario, DemoPlaces.Unit>>();
            for (var scenario : scenarios) {
                if (scenario.line().equals(line) && !scenario.dataClasses().isEmpty()) {
                    units.forEach(unit -> pairs.add(Map.entry(scenario, unit)));
                }
            }
            var shuffled = draw.shuffled(pairs).iterator();
            for (var state : Draw.expanded(states)) {
                var pair = shuffled.next();
                all.add(new Idea(pair.getKey(), pair.getValue(), state));
            }
        });
        return all;
    }

    private Object[] row(String code, Idea idea, List<DemoProduct> products) {
        var scenario = idea.scenario();
        var used = products(idea, products);
        var newest = used.stream()
                .map(DemoProduct::listedOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        var result = result(scenario);
        var summary = summary(scenario, used);
        return new Object[] {
            Draw.id("application case", code),
            code,
            idea.unit().name().zh() + "：" + scenario.name().zh(),
            idea.unit().name().en() + ": " + Texts.uncapital(scenario.name().en()),
            summary.zh(),
            summary.en(),
            scenario.line(),
            scenario.code(),
            idea.unit().code(),
            idea.state(),
            used.stream().map(DemoProduct::id).map(UUID::toString).toArray(String[]::new),
            result.zh(),
            result.en(),
            draw.between(newest, today)
        };
    }

    /** One product for each class of the scenario, as far as there is one that covers the unit's region. */
    private List<DemoProduct> products(Idea idea, List<DemoProduct> products) {
        var used = new ArrayList<DemoProduct>();
        for (var dataClass : idea.scenario().dataClasses()) {
            var fitting = products.stream()
                    .filter(product -> product.dataClass().equals(dataClass) && covers(product, idea.unit()))
                    .toList();
            if (!fitting.isEmpty()) {
                used.add(draw.pick(fitting));
            }
        }
        return used.isEmpty()
                ? List.of(draw.pick(products.stream()
                        .filter(product -> idea.scenario().dataClasses().contains(product.dataClass()))
                        .toList()))
                : used;
    }

    private boolean covers(DemoProduct product, DemoPlaces.Unit unit) {
        return unit.isHeadOffice() || product.covers(Objects.requireNonNull(regions.get(unit)));
    }

    /** A branch works in the region whose name it carries. */
    private static Map<DemoPlaces.Unit, String> regions() {
        var regions = new HashMap<DemoPlaces.Unit, String>();
        for (var unit : DemoPlaces.branches()) {
            DemoPlaces.regions().stream()
                    .filter(region ->
                            unit.name().zh().startsWith(region.shortName().zh()))
                    .forEach(region -> regions.put(unit, region.code()));
        }
        return regions;
    }

    private LocalText summary(DemoScenarios.Scenario scenario, List<DemoProduct> used) {
        var idea = draw.pick(ideas.rows());
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var product : used) {
            var name = taxonomy.dataClass(product.dataClass()).name();
            zh.add(name.zh().replaceAll("（.*", ""));
            en.add(Texts.uncapital(name.en().replaceAll(" \\(.*", "")));
        }
        return new LocalText(
                "将" + String.join("、", zh) + "数据用于" + scenario.name().zh() + "。" + idea.get("zh") + "。",
                "Uses " + String.join(", ", en) + " data. " + idea.get("en") + ".");
    }

    /** A sentence with numbers; the same numbers in both languages. */
    private LocalText result(DemoScenarios.Scenario scenario) {
        var kind = WATCHING.matcher(scenario.name().zh()).find() ? "WATCH" : scenario.impact();
        var template = draw.pick(results.where("impact", kind));
        var tenThousands = draw.between(300, 9_800);
        var numbers = new LinkedHashMap<String, String>();
        numbers.put("{a}", Integer.toString(draw.between(12, 40)));
        numbers.put("{b}", Integer.toString(draw.between(2, 6)));
        numbers.put("{n}", Integer.toString(draw.between(40, 3_200)));
        numbers.put("{m}", Integer.toString(tenThousands));
        numbers.put("{M}", Double.toString(tenThousands / 100.0));
        numbers.put("{p}", Integer.toString(draw.between(18, 76)));
        numbers.put("{q}", Double.toString(draw.between(3, 29) / 10.0));
        var text = template.text("");
        for (var number : numbers.entrySet()) {
            text = new LocalText(
                    text.zh().replace(number.getKey(), number.getValue()),
                    text.en().replace(number.getKey(), number.getValue()));
        }
        return text;
    }
}
