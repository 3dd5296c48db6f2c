package org.sluice.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** What units made of listed products: 220 listed cases by line, and a few that are drafts or retired. */
final class DemoApplicationCases {

    private static final Map<String, Integer> OTHERS = Map.of("DRAFT", 1, "RETIRED", 2);

    /** One case before it is written: a unit at work on a scenario. */
    private record Idea(DemoScenarios.Scenario scenario, DemoPlaces.Unit unit, String state) {}

    private final JdbcTemplate jdbc;
    private final DemoTaxonomy taxonomy;
    private final LocalDate today;
    private final Draw draw = new Draw("application cases");
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
        var result = result(scenario.impact());
        var summary = summary(scenario, used);
        return new Object[] {
            Draw.id("application case", code),
            code,
            idea.unit().name().zh() + "：" + scenario.name().zh(),
            scenario.name().en() + " at " + unitEn(idea.unit()),
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

    private static String unitEn(DemoPlaces.Unit unit) {
        return unit.isHeadOffice() ? "head office" : unit.name().en();
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

    private static boolean covers(DemoProduct product, DemoPlaces.Unit unit) {
        return unit.isHeadOffice()
                || DemoPlaces.regions().stream()
                        .filter(region ->
                                unit.name().zh().startsWith(region.shortName().zh()))
                        .anyMatch(region -> product.covers(region.code()));
    }

    private LocalText summary(DemoScenarios.Scenario scenario, List<DemoProduct> used) {
        var idea = draw.pick(ideas.rows());
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        for (var product : used) {
            var name = taxonomy.dataClass(product.dataClass()).name();
            zh.add(name.zh().replaceAll("（.*", ""));
            en.add(name.en().replaceAll(" \\(.*", "").toLowerCase(Locale.ROOT));
        }
        return new LocalText(
                "将" + String.join("、", zh) + "数据用于" + scenario.name().zh() + "。" + idea.get("zh") + "。",
                "Uses " + String.join(", ", en) + " data. " + idea.get("en") + ".");
    }

    /** A sentence with numbers; the same numbers in both languages. */
    private LocalText result(String impact) {
        var template = draw.pick(results.where("impact", impact));
        var numbers = new LinkedHashMap<String, String>();
        numbers.put("{a}", Integer.toString(draw.between(12, 40)));
        numbers.put("{b}", Integer.toString(draw.between(2, 6)));
        numbers.put("{n}", Integer.toString(draw.between(40, 3_200)));
        numbers.put("{m}", Integer.toString(draw.between(300, 9_800)));
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
