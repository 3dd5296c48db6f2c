package org.sluice.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a requirement is about, in the order in which a reviewer reads it. */
@Component
class RequirementFacts implements CaseFacts {

    private final RequirementStore store;
    private final Taxonomy taxonomy;

    RequirementFacts(RequirementStore store, Taxonomy taxonomy) {
        this.store = store;
        this.taxonomy = taxonomy;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        var requirement = store.get(caseId);
        return requirement.isOpen() && requirement.createdBy().equals(actor.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> facts(CaseId caseId) {
        var requirement = store.get(caseId);
        var form = requirement.form();
        var facts = new LinkedHashMap<String, Object>();
        put(facts, "businessLine", name(form.businessLine(), taxonomy::line, Taxonomy.Line::name));
        put(facts, "scenario", name(form.scenarioCode(), taxonomy::scenario, Taxonomy.Scenario::name));
        put(facts, "dataClasses", names(form.dataClasses(), taxonomy::dataClass, Taxonomy.DataClass::name));
        put(
                facts,
                "fieldsNeeded",
                form.fieldsNeeded().stream()
                        .map(need -> String.valueOf(need.fieldName()))
                        .collect(Collectors.joining(", ")));
        put(facts, "regions", names(form.regionScope(), taxonomy::region, Taxonomy.Region::name));
        put(facts, "subjectType", form.subjectType());
        put(facts, "containsPersonalInfo", requirement.containsPersonalInfo());
        put(facts, "jrLevel", requirement.jrLevel());
        put(facts, "legalBasis", form.legalBasis());
        put(facts, "consentChannel", form.consentChannel());
        put(facts, "decisionImpact", form.decisionImpact());
        put(facts, "automatedDecision", form.automatedDecision());
        put(facts, "interfaceForm", form.interfaceForm());
        put(facts, "expectedCallsPerYear", form.expectedCallsPerYear());
        put(facts, "historyMonths", form.historyMonths());
        put(facts, "peakTps", form.peakTps());
        put(facts, "latencyMsP99", form.latencyMsP99());
        put(facts, "urgency", form.urgency());
        put(facts, "urgencyReason", form.urgencyReason());
        put(facts, "neededBy", form.neededBy() == null ? null : form.neededBy().toString());
        put(facts, "budgetSource", form.budgetSource());
        put(facts, "budgetAmount", requirement.budget().amount());
        put(facts, "expectedBenefit", form.expectedBenefit());
        put(facts, "expectedBenefitPerYear", form.expectedBenefitPerYear());
        put(facts, "preferredSupplier", form.preferredSupplier());
        put(facts, "preferredSupplierReason", form.preferredSupplierReason());
        put(facts, "knownAlternatives", String.join(", ", form.knownAlternatives()));
        put(facts, "inHouseFeasible", requirement.inHouseFeasible());
        put(facts, "carried", carried(requirement));
        put(facts, "mergedInto", requirement.mergedInto());
        put(facts, "route", requirement.route());
        put(facts, "feasibilityNote", requirement.feasibilityNote());
        return facts;
    }

    /** The requirements that this one carries, each with its amount. */
    private static @Nullable LocalText carried(Requirement requirement) {
        var all = requirement.carried();
        return all.isEmpty()
                ? null
                : new LocalText(
                        all.stream()
                                .map(each -> each.number() + "(" + each.budget() + " 元)")
                                .collect(Collectors.joining("、")),
                        all.stream()
                                .map(each -> each.number() + " (CNY " + each.budget() + ")")
                                .collect(Collectors.joining(", ")));
    }

    private static void put(Map<String, Object> facts, String label, @Nullable Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            facts.put(label, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }

    private static <T> @Nullable LocalText name(
            @Nullable String code, Function<String, Optional<T>> find, Function<T, LocalText> name) {
        return code == null ? null : find.apply(code).map(name).orElse(new LocalText(code, code));
    }

    private static <T> @Nullable LocalText names(
            List<String> codes, Function<String, Optional<T>> find, Function<T, LocalText> name) {
        if (codes.isEmpty()) {
            return null;
        }
        var texts = codes.stream()
                .map(code -> find.apply(code).map(name).orElse(new LocalText(code, code)))
                .toList();
        return new LocalText(
                texts.stream().map(LocalText::zh).collect(Collectors.joining("、")),
                texts.stream().map(LocalText::en).collect(Collectors.joining(", ")));
    }
}
