package org.sluice.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.LocalText;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.RuleGroup;
import org.sluice.ui.admission.AdmissionDesk.Evidence;
import org.sluice.ui.admission.AdmissionDesk.FactKind;
import org.sluice.ui.admission.AdmissionDesk.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What led to a finding, as people read it: facts, what rules derive from them, and the limits that they are held against. */
@Component
class FindingEvidence {

    /** What a finding about a missing fact gives as evidence: the fact's name, and the rules that need it. */
    private static final String MISSING_FACT = "field";

    private static final String ASKING_RULES = "rules";
    private static final String DATA_CLASS = "dataClass";

    private static final Map<String, Evidence> DERIVED = Map.of(
            ASKING_RULES,
            as("涉及的规则", "Rules that need it", FactKind.TEXT),
            "hopCount",
            as("来源环节数", "Hops in the source chain", FactKind.WHOLE),
            "undocumentedHops",
            as("无文件的来源环节", "Hops without documents", FactKind.TEXTS),
            "unjustifiedFields",
            as("场景不需要的字段", "Fields that the scenario does not need", FactKind.TEXTS),
            "nameRegistered",
            as("申报名称与登记一致", "Name as in the register", FactKind.BOOLEAN),
            "usccSound",
            as("统一社会信用代码有效", "Unified social credit code is sound", FactKind.BOOLEAN));

    private final JdbcClient jdbc;
    private final Taxonomy taxonomy;

    FindingEvidence(JdbcClient jdbc, Taxonomy taxonomy) {
        this.jdbc = jdbc;
        this.taxonomy = taxonomy;
    }

    /** In the order in which it was found. */
    List<Evidence> of(RuleGroup group, Map<String, String> found) {
        return found.entrySet().stream()
                .map(each -> of(group, found, each.getKey(), each.getValue()))
                .toList();
    }

    /** A class of data goes by its name; nobody reads a code. */
    Object named(String fact, Object value) {
        return fact.equals(DATA_CLASS)
                ? taxonomy.dataClass(value.toString())
                        .<Object>map(Taxonomy.DataClass::name)
                        .orElse(value)
                : value;
    }

    static @Nullable Measure measure(FactCatalogue.Fact fact) {
        var measure = fact.measure();
        return measure == null ? null : new Measure(measure.unit().name(), measure.least(), measure.most());
    }

    static FactKind kind(FactCatalogue.Fact fact) {
        return fact.kind() == FactCatalogue.Kind.COMPLEX
                ? FactKind.RECORDS
                : FactKind.valueOf(fact.kind().name());
    }

    private Evidence of(RuleGroup group, Map<String, String> found, String name, String value) {
        var missing = name.equals(MISSING_FACT) ? fact(group, value) : null;
        if (missing != null) {
            return new Evidence(missing.label(), FactKind.CHOICE, "admission.answer", null, "UNKNOWN");
        }
        var fact = fact(group, name);
        if (fact != null) {
            return new Evidence(fact.label(), kind(fact), fact.type(), measure(fact), named(name, value));
        }
        var derived = DERIVED.get(name);
        if (derived != null) {
            return new Evidence(derived.label(), derived.kind(), derived.type(), null, value);
        }
        return limit(group, found, name, value)
                .orElseGet(() -> new Evidence(new LocalText(name, name), FactKind.TEXT, "String", null, value));
    }

    /**
     * A number of the rules by what it is for, without the hint on its key, which is for whoever sets it. It stands beside
     * the facts that were held against it: as a share where they are shares.
     */
    private Optional<Evidence> limit(RuleGroup group, Map<String, String> found, String key, String value) {
        return jdbc.sql("""
                        select unit, regexp_replace(what_zh, '（[^）]*[a-z][.][a-z][^）]*）$', '') as zh,
                            regexp_replace(what_en, ';[^;]*[a-z][.][a-z].*$', '') as en
                        from sluice.rule_parameter where key = ? order by valid_from desc limit 1
                        """)
                .param(key)
                .query((row, n) -> new Evidence(
                        new LocalText(row.getString("zh"), row.getString("en")),
                        FactKind.NUMBER,
                        "BigDecimal",
                        row.getString("unit").equals("ratio") && hasShares(group, found)
                                ? new Measure(Measure.SHARE, null, null)
                                : null,
                        value))
                .optional();
    }

    private static boolean hasShares(RuleGroup group, Map<String, String> found) {
        return found.keySet().stream().anyMatch(name -> {
            var fact = fact(group, name);
            var measure = fact == null ? null : measure(fact);
            return measure != null && measure.isShare();
        });
    }

    private static FactCatalogue.@Nullable Fact fact(RuleGroup group, String name) {
        return FactCatalogue.of(group).stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Evidence as(String zh, String en, FactKind kind) {
        return new Evidence(new LocalText(zh, en), kind, "String", null, "");
    }
}
