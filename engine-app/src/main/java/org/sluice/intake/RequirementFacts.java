package org.sluice.intake;

import static org.sluice.shared.Details.coded;
import static org.sluice.shared.Details.details;
import static org.sluice.shared.Details.put;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.intake.RequirementForm;
import org.sluice.process.intake.RequirementIntakeProcess;
import org.sluice.shared.Actor;
import org.sluice.shared.CaseFacts;
import org.sluice.shared.TimerDates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a requirement is about, in the order in which a reviewer reads it. */
@Component
class RequirementFacts implements CaseFacts {

    private final RequirementStore store;
    private final ReviewSteps steps;
    private final TimerDates timers;
    private final Taxonomy taxonomy;
    private final Clock clock;

    RequirementFacts(RequirementStore store, ReviewSteps steps, TimerDates timers, Taxonomy taxonomy, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.timers = timers;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @Override
    public boolean knows(CaseId caseId) {
        return store.find(caseId).isPresent();
    }

    @Override
    public boolean mayWithdraw(Actor actor, CaseId caseId) {
        var requirement = store.get(caseId);
        // once procurement has taken it up, its purchase answers for it
        return (requirement.isOpen() || (store.sourcingAskedAt(caseId).isPresent() && requirement.isHandedOver()))
                && requirement.createdBy().equals(actor.id());
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
        put(facts, "feasibility", requirement.feasibility());
        put(facts, "feasibilityNote", requirement.feasibilityNote());
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(CaseId caseId) {
        return Stream.of(
                        new Table("fieldsNeeded", fields(store.get(caseId).form())),
                        new Table("opinions", opinions(caseId)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    /** What makes each field necessary, beside the level that was claimed for it (PIPL art. 6). */
    private List<Map<String, Object>> fields(RequirementForm form) {
        var labels = taxonomy.labels(form.dataClasses());
        return form.fieldsNeeded().stream()
                .map(need -> details(
                        "field", label(String.valueOf(need.fieldName()), labels),
                        "necessity", need.reason(),
                        "jrLevel", need.sensitivity(),
                        "mandatory", need.mandatory()))
                .toList();
    }

    /** As the dictionary calls it, with the name beside it. */
    private static Object label(String name, Map<String, LocalText> labels) {
        var label = labels.get(name);
        return label == null ? name : coded(label, name);
    }

    private List<Map<String, Object>> opinions(CaseId caseId) {
        return steps.all(caseId, ReviewSteps.Round.OPINION).stream()
                .filter(step -> step.answer() != null)
                .map(step -> details(
                        "role", step.role(),
                        "person", step.person(),
                        "opinion", step.answer(),
                        "comment", step.comment()))
                .toList();
    }

    /** What the open tasks do not say: procurement has it, or the next quarter's money is waited for. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(CaseId caseId) {
        return switch (store.get(caseId).state()) {
            case APPROVED -> store.sourcingAskedAt(caseId).map(at -> new Standing("handedOver", at));
            case TRIAGED ->
                timers.at(caseId, RequirementIntakeProcess.NEXT_QUARTER_AT)
                        .filter(at -> at.isAfter(clock.instant()))
                        .map(at -> new Standing("nextQuarter", at));
            default -> Optional.empty();
        };
    }

    /** The requirements that this one carries, each with its amount. */
    private static @Nullable LocalText carried(Requirement requirement) {
        var all = requirement.carried();
        return all.isEmpty()
                ? null
                : new LocalText(
                        all.stream()
                                .map(each -> each.number() + "（" + each.budget() + " 元）")
                                .collect(Collectors.joining("、")),
                        all.stream()
                                .map(each -> each.number() + " (CNY " + each.budget() + ")")
                                .collect(Collectors.joining(", ")));
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
