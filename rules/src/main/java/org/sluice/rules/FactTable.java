package org.sluice.rules;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.rules.facts.Assessments;
import org.sluice.rules.facts.Bidder;
import org.sluice.rules.facts.Conduct;
import org.sluice.rules.facts.Connection;
import org.sluice.rules.facts.CreditItems;
import org.sluice.rules.facts.EarlierRun;
import org.sluice.rules.facts.FieldScope;
import org.sluice.rules.facts.IntendedUse;
import org.sluice.rules.facts.JobCrypto;
import org.sluice.rules.facts.JobModel;
import org.sluice.rules.facts.JobPeople;
import org.sluice.rules.facts.JobPlan;
import org.sluice.rules.facts.JobProtection;
import org.sluice.rules.facts.JobSets;
import org.sluice.rules.facts.JobSubject;
import org.sluice.rules.facts.Licences;
import org.sluice.rules.facts.LotFacts;
import org.sluice.rules.facts.Organisation;
import org.sluice.rules.facts.Origin;
import org.sluice.rules.facts.PersonalInformation;
import org.sluice.rules.facts.ProductForm;
import org.sluice.rules.facts.PublicLists;
import org.sluice.rules.facts.RequestedUse;
import org.sluice.rules.facts.Safeguards;
import org.sluice.rules.facts.SampleTest;
import org.sluice.rules.facts.SourceHop;
import org.sluice.rules.facts.Supply;
import org.sluice.rules.facts.Ties;
import org.sluice.rules.facts.Undertakings;
import org.sluice.rules.facts.UsedData;
import org.sluice.rules.facts.Worth;

/** What each fact is called for people, what its numbers count, which are a person's data, and which parts there are. */
final class FactTable {

    /** The types that a rule may match, by group. */
    static final Map<RuleGroup, List<Class<? extends Record>>> PARTS = Map.of(
            RuleGroup.SUPPLIER,
            List.of(
                    Organisation.class,
                    PublicLists.class,
                    Conduct.class,
                    Ties.class,
                    Licences.class,
                    Safeguards.class,
                    Undertakings.class,
                    Supply.class,
                    LotFacts.class,
                    Bidder.class),
            RuleGroup.DATA,
            List.of(
                    ProductForm.class,
                    Origin.class,
                    SourceHop.class,
                    PersonalInformation.class,
                    CreditItems.class,
                    Assessments.class,
                    FieldScope.class,
                    SampleTest.class,
                    Worth.class,
                    Connection.class,
                    IntendedUse.class),
            RuleGroup.USAGE,
            List.of(RequestedUse.class, UsedData.class),
            RuleGroup.PRIVACY_JOB,
            List.of(
                    JobPlan.class,
                    JobSets.class,
                    EarlierRun.class,
                    JobProtection.class,
                    JobCrypto.class,
                    JobModel.class,
                    JobPeople.class,
                    JobSubject.class));

    /**
     * @param measure of a number; null for everything else
     * @param personal whether the value is a person's data and therefore no evidence
     */
    record Fact(
            RuleGroup group,
            String part,
            String name,
            LocalText label,
            @Nullable Measure measure,
            boolean personal) {}

    private final Map<RuleGroup, Map<String, Fact>> byGroup = new HashMap<>();
    /** Components and what the records derive from them; conditions of needed facts may ask for both. */
    private final Map<Class<?>, List<Method>> accessors = new HashMap<>();

    private FactTable(String csv) {
        for (var group : RuleGroup.values()) {
            var byName = new LinkedHashMap<String, Fact>();
            for (var row : CsvRows.of(csv)) {
                if (row.get("group").equals(group.folder())) {
                    byName.put(
                            row.get("name"),
                            new Fact(
                                    group,
                                    row.get("part"),
                                    row.get("name"),
                                    new LocalText(row.get("zh"), row.get("en")),
                                    Measure.of(row),
                                    Boolean.parseBoolean(row.get("personal"))));
                }
            }
            byGroup.put(group, byName);
            parts(group).forEach(part -> accessors.put(part, accessors(part)));
        }
    }

    private static List<Method> accessors(Class<? extends Record> part) {
        return Stream.of(part.getMethods())
                .filter(each -> each.getParameterCount() == 0
                        && each.getDeclaringClass() == part
                        && !Set.of("toString", "hashCode").contains(each.getName()))
                .toList();
    }

    static FactTable shipped() {
        return new FactTable(CsvRows.resource("rules/facts.csv"));
    }

    static Stream<Class<? extends Record>> parts(RuleGroup group) {
        return PARTS.getOrDefault(group, List.of()).stream();
    }

    /** The fact of that name, or null when the group knows none. */
    @Nullable
    Fact fact(RuleGroup group, String name) {
        return of(group).get(name);
    }

    Set<String> names(RuleGroup group) {
        return of(group).keySet();
    }

    /**
     * What a case says.
     *
     * @param known fact to value, derived ones among them; of a part that occurs more than once, the first
     * @param unknown facts that some part of the case should say and does not; a part that the case does not have, such
     *     as the lot of a supplier who bids for none, misses nothing
     */
    record Look(Map<String, Object> known, Set<String> unknown) {

        @Nullable
        Object value(String name) {
            return known.get(name);
        }
    }

    /** Reads everything that the parts say, once. */
    Look look(List<Record> parts) {
        var known = new HashMap<String, Object>();
        var unknown = new HashSet<String>();
        for (var part : parts) {
            for (var accessor : accessors.getOrDefault(part.getClass(), List.of())) {
                var value = value(accessor, part);
                if (value == null) {
                    unknown.add(accessor.getName());
                } else {
                    known.putIfAbsent(accessor.getName(), value);
                }
            }
        }
        return new Look(known, unknown);
    }

    private static @Nullable Object value(Method accessor, Record part) {
        try {
            return accessor.invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Fact> of(RuleGroup group) {
        return byGroup.getOrDefault(group, Map.of());
    }
}
