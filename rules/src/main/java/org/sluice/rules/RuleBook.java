package org.sluice.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.RuleTable.Entry;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.Findings;
import org.sluice.rules.facts.RuleParameters;
import org.sluice.rules.facts.Today;

/**
 * The rules of the house, compiled. It answers from any number of threads at once, never changes, and is replaced as a
 * whole: whoever has a newer one lets go of the old one, which then takes its classes with it.
 */
public final class RuleBook {

    /**
     * One rule for people.
     *
     * @param refs clauses, standards, and {@code house policy}
     * @param basis where it comes from, with the marks of what is not verified
     * @param file path of its text
     * @param line on which it begins there
     * @param drl the rule alone, as it stands there
     */
    public record Rule(
            String id,
            RuleGroup group,
            Severity severity,
            Layer layer,
            boolean waivable,
            List<Role> reviewGroups,
            List<String> refs,
            String basis,
            LocalText statement,
            LocalText remedy,
            String file,
            int line,
            String drl) {}

    private record Compiled(Entry entry, List<String> parameters) {}

    private static final List<String> SHIPPED_TABLES = List.of("rules/rules.csv", "rules/facts.csv");

    private static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::layer);

    private final SortedMap<String, String> texts;
    private final KieBase base;
    private final List<Rule> rules;
    private final Map<String, Compiled> byName;
    private final Map<RuleGroup, MissingFacts> missing = new EnumMap<>(RuleGroup.class);
    private final String contentHash;

    private RuleBook(SortedMap<String, String> texts, RuleTable table, FactTable facts) {
        this.texts = texts;
        var screened = new Screening(texts, table, facts);
        base = OwnClassLoader.with(() -> RuleCompiler.compile(screened.plain(), screened.rules()));
        byName = screened.rules().stream()
                .collect(Collectors.toMap(RuleText::name, each -> new Compiled(known(table, each), each.parameters())));
        rules = screened.rules().stream()
                .map(each -> rule(known(table, each), each, texts.getOrDefault(each.file(), "")))
                .sorted(Comparator.comparing(each -> position(table, each.id())))
                .toList();
        for (var group : RuleGroup.values()) {
            var ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
            missing.put(
                    group,
                    new MissingFacts(
                            group,
                            table.of(group)
                                    .filter(each -> ids.contains(each.id()))
                                    .toList(),
                            facts));
        }
        var hashed = new TreeMap<>(texts);
        SHIPPED_TABLES.forEach(path -> hashed.put(path, CsvRows.resource(path)));
        contentHash = DecisionTables.contentHash(hashed);
    }

    /** The book that the house ships. */
    public static RuleBook shipped() {
        return compile(shippedTexts());
    }

    /** Paths and texts of the book that the house ships. */
    public static SortedMap<String, String> shippedTexts() {
        var texts = new TreeMap<String, String>();
        CsvRows.resource("rules/files.txt").lines().forEach(path -> texts.put(path, CsvRows.resource("rules/" + path)));
        return texts;
    }

    /**
     * @param texts path to DRL; a path is {@code <group>/<subject>.drl}
     * @throws RuleBookRefused when any text says more than a rule may, contradicts the rules' table or cannot be compiled;
     *     nothing of the texts was run
     */
    public static RuleBook compile(Map<String, String> texts) {
        return new RuleBook(
                new TreeMap<>(texts), RuleTable.of(CsvRows.resource("rules/rules.csv")), FactTable.shipped());
    }

    /** The rules in the book, in the order of the rules' table. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Names of the facts that the rule looks at, or that say whether it does; none for a rule that is not in the book,
     * such as one about a missing fact.
     */
    public Set<String> looksAt(String rule) {
        return byName.values().stream()
                .map(Compiled::entry)
                .filter(each -> each.id().equals(rule))
                .flatMap(each -> each.needs().stream())
                .flatMap(need -> Stream.concat(
                        Stream.of(need.fact()),
                        need.alternatives().stream().flatMap(List::stream).map(Need.Condition::fact)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Paths and texts, as they were given. */
    public SortedMap<String, String> texts() {
        return java.util.Collections.unmodifiableSortedMap(texts);
    }

    /** SHA-256 over texts and tables of the rules. */
    public String contentHash() {
        return contentHash;
    }

    /** The release that decides when these parameters are in force: a hash over them and {@link #contentHash}. */
    public String release(RuleParameters numbers) {
        var lines = numbers.values().entrySet().stream()
                .map(each -> each.getKey() + "="
                        + each.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining("\n"));
        return DecisionTables.contentHash(Map.of("rules", contentHash, "parameters", lines));
    }

    /**
     * Asks all rules of the group of the facts; the same book, facts, parameters and day give the same answer.
     *
     * @param on the day that counts as today
     * @throws IllegalStateException when a rule asks for a parameter that is not given
     */
    public Evaluation evaluate(CaseFacts facts, RuleParameters numbers, LocalDate on) {
        return OwnClassLoader.with(() -> ask(facts, numbers, on));
    }

    /**
     * Names of the facts that rules need in this case and nobody knows, in the order in which the rules ask for them:
     * what {@link #evaluate} would find as {@code X-MISS-<name>}. A fact that is known may make others needed.
     *
     * @throws IllegalStateException when a rule asks for a parameter that is not given
     */
    public List<String> missing(CaseFacts facts, RuleParameters numbers) {
        return missingFacts(RuleGroup.of(facts)).names(facts, numbers);
    }

    private Evaluation ask(CaseFacts facts, RuleParameters numbers, LocalDate on) {
        var group = RuleGroup.of(facts);
        var release = release(numbers);
        var firing = new CurrentRule();
        var result = new Findings(firing::get);
        var session = base.newStatelessKieSession();
        session.addEventListener(firing);
        var asked = new ArrayList<Object>(facts.parts());
        asked.add(numbers);
        asked.add(new Today(on));
        asked.add(result);
        session.execute(asked);

        var findings = new ArrayList<Finding>();
        result.hits().stream()
                .sorted(Comparator.<Findings.Hit, Integer>comparing(
                                each -> compiled(each).entry().position())
                        .thenComparing(each -> each.evidence().toString()))
                .map(each -> finding(compiled(each), each, numbers, release))
                .distinct() // two bidders are found twice, from either side
                .forEach(findings::add);
        var fired = findings.stream().map(Finding::id).distinct().toList();
        findings.addAll(missingFacts(group).of(facts, numbers, release));
        findings.sort(GRAVEST_FIRST);
        return new Evaluation(group, release, on, verdict(findings), findings, fired, facts, numbers);
    }

    private MissingFacts missingFacts(RuleGroup group) {
        var of = missing.get(group);
        if (of == null) {
            throw new IllegalStateException("no rules for " + group);
        }
        return of;
    }

    private Compiled compiled(Findings.Hit hit) {
        var rule = byName.get(hit.rule());
        if (rule == null) {
            throw new IllegalStateException("a rule fired that is not in the book: " + hit.rule());
        }
        return rule;
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream()
                .map(each -> Verdict.valueOf(each.severity().name()))
                .max(Comparator.naturalOrder())
                .orElse(Verdict.PASS);
    }

    private static Finding finding(Compiled rule, Findings.Hit hit, RuleParameters numbers, String release) {
        var evidence = new TreeMap<>(hit.evidence());
        for (var key : rule.parameters()) {
            evidence.put(key, limit(key, hit, numbers).toPlainString());
        }
        var entry = rule.entry();
        return new Finding(
                entry.id(),
                release,
                entry.severity(),
                entry.layer(),
                entry.waivable(),
                entry.reviewGroups(),
                entry.statement(),
                entry.refs(),
                evidence,
                entry.remedy());
    }

    /** The number that the rule compared with; one for a qualifier where the evidence names it. */
    private static BigDecimal limit(String key, Findings.Hit hit, RuleParameters numbers) {
        return hit.evidence().values().stream()
                .filter(each -> numbers.values().containsKey(key + "." + each))
                .findFirst()
                .map(each -> numbers.numberFor(key, each))
                .orElseGet(() -> numbers.number(key));
    }

    private static Rule rule(Entry entry, RuleText text, String file) {
        return new Rule(
                entry.id(),
                entry.group(),
                entry.severity(),
                entry.layer(),
                entry.waivable(),
                entry.reviewGroups(),
                entry.refs(),
                entry.basis(),
                entry.statement(),
                entry.remedy(),
                text.file(),
                text.line(),
                file.lines()
                        .skip(text.line() - 1L)
                        .limit(text.lastLine() - text.line() + 1L)
                        .collect(Collectors.joining("\n")));
    }

    private static Entry known(RuleTable table, RuleText text) {
        var entry = table.find(text.id());
        if (entry == null) {
            throw new IllegalStateException("screened but unknown: " + text.id());
        }
        return entry;
    }

    private static int position(RuleTable table, String id) {
        var entry = table.find(id);
        return entry == null ? Integer.MAX_VALUE : entry.position();
    }

    /** Knows which rule is firing, since the rule itself may not say so. */
    private static final class CurrentRule extends DefaultAgendaEventListener {

        private int count;
        private String name = "";

        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            count++;
            name = event.getMatch().getRule().getName();
        }

        Findings.Firing get() {
            return new Findings.Firing(count, name);
        }
    }
}
