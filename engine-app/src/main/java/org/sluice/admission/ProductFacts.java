package org.sluice.admission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sluice.admission.ProductDossiers.Field;
import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.catalog.Taxonomy;
import org.sluice.process.CaseId;
import org.sluice.process.intake.RequirementForm;
import org.sluice.rules.facts.ConsentEvidence;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.TestState;
import org.sluice.shared.Demand;
import org.springframework.stereotype.Component;

/**
 * What is known of a product: the dossier, and in its place what the register, the dictionary and the requirement say.
 * What somebody enters about personal information can only add to it.
 */
@Component
class ProductFacts {

    private final AdmissionStore admissions;
    private final Dossiers filed;
    private final ProductDossiers dossiers;
    private final ProductTests tests;
    private final Demand demand;
    private final Taxonomy taxonomy;

    ProductFacts(
            AdmissionStore admissions,
            Dossiers filed,
            ProductDossiers dossiers,
            ProductTests tests,
            Demand demand,
            Taxonomy taxonomy) {
        this.admissions = admissions;
        this.filed = filed;
        this.dossiers = dossiers;
        this.tests = tests;
        this.demand = demand;
        this.taxonomy = taxonomy;
    }

    /** As the rules take them. */
    DataProductFacts of(CaseId caseId) {
        var subject = dossiers.open(caseId);
        return DataProductFacts.of(known(caseId, subject, entered(subject), dossiers.fields(subject)));
    }

    /** As the rules would take them with a test that is not on file yet. */
    DataProductFacts tested(CaseId caseId, Map<String, Object> figures, long sampleSize, BigDecimal percent) {
        var subject = dossiers.open(caseId);
        var known = known(caseId, subject, entered(subject), dossiers.fields(subject));
        known.putAll(ProductTests.Attempt.facts(figures, sampleSize, percent));
        return DataProductFacts.of(known);
    }

    /** The dossier with what the house knows by itself. */
    Map<String, Object> known(CaseId caseId, Subject subject, Map<String, Object> entered, List<Field> fields) {
        var known = new LinkedHashMap<>(entered);
        known.put("dataClass", subject.dataClass());
        known.put("publicData", subject.publicClass());
        known.put("interfaceForm", subject.interfaceForm());
        known.put("subjectType", subject.subjectType());
        known.put("supplierType", subject.supplierType());
        known.put("unitPrice", subject.unitPrice());
        known.put("fields", fields.stream().map(Field::name).toList());
        if (subject.containsPersonalInfo() || fields.stream().anyMatch(Field::personal)) {
            known.put("containsPersonalInfo", true);
        }
        if (fields.stream().anyMatch(Field::sensitive)) {
            known.put("sensitivePi", true);
        }
        test(subject, known);
        demand.form(caseId).ifPresent(form -> of(form, subject, known));
        return known;
    }

    /** A match test measures the rate alone, which is the outcome's matter: to the rules only a reported test is one. */
    private void test(Subject subject, Map<String, Object> known) {
        known.keySet().removeIf(EnteredFacts::isOfTest);
        tests.reported(subject.admission())
                .ifPresentOrElse(
                        report -> known.putAll(report.facts()), () -> known.put("testState", TestState.PENDING));
    }

    private void of(RequirementForm form, Subject subject, Map<String, Object> known) {
        if (form.automatedDecision() != null) {
            known.put("automatedDecision", form.automatedDecision());
        }
        if (form.decisionImpact() != null) {
            known.put("decisionImpact", form.decisionImpact());
        }
        known.put(
                "scenarioFields",
                form.fieldsNeeded().stream()
                        .map(RequirementForm.FieldNeed::fieldName)
                        .filter(Objects::nonNull)
                        .map(name -> inDictionary(subject.dataClass(), name))
                        .collect(Collectors.toSet()));
    }

    /** Requesters call a field by its code or by what people call it; products deliver codes. */
    private String inDictionary(String dataClass, String name) {
        return taxonomy.fields(dataClass).stream()
                .filter(field -> same(field.name(), name)
                        || same(field.label().zh(), name)
                        || same(field.label().en(), name))
                .map(Taxonomy.Field::name)
                .findFirst()
                .orElse(name);
    }

    private static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }

    /** How many persons it is about; of personal information about an unknown number, as many as can be. */
    int personCount(Subject subject) {
        var personal = DataProductFacts.of(known(subject)).personalInformation();
        if (personal.productPersonCount() != null) {
            return (int) Math.min(personal.productPersonCount(), Integer.MAX_VALUE);
        }
        return Boolean.FALSE.equals(personal.containsPersonalInfo()) ? 0 : Integer.MAX_VALUE;
    }

    /** How many records a year; of an unknown number, more than any limit. */
    double volume(CaseId caseId) {
        return demand.form(caseId)
                .map(RequirementForm::expectedCallsPerYear)
                .map(Long::doubleValue)
                .orElse((double) Long.MAX_VALUE);
    }

    /** Whether whom the data is about has authorized it, or nobody has to. */
    boolean isAuthorized(Subject subject) {
        var known = DataProductFacts.of(known(subject));
        if (Boolean.TRUE.equals(known.form().lawfullyPublic())) {
            return true;
        }
        var consent = known.personalInformation().consentEvidence();
        var persons = consent != null && consent != ConsentEvidence.NONE;
        var firms = Boolean.TRUE.equals(known.origin().enterpriseAuthorization());
        return switch (subject.subjectType()) {
            case ENTERPRISE -> firms;
            case PERSON, SELF_EMPLOYED -> persons;
            case BOTH -> firms && persons;
            case NONE -> true;
        };
    }

    /** Whether the data has been opened to everybody by law. */
    boolean isLawfullyPublic(Subject subject) {
        return Boolean.TRUE.equals(DataProductFacts.of(known(subject)).form().lawfullyPublic());
    }

    /** Until when the source may give the data; empty where nobody has to authorize it, or nothing says when that ends. */
    Optional<LocalDate> authorizedUntil(Subject subject) {
        return isLawfullyPublic(subject)
                ? Optional.empty()
                : Optional.ofNullable(
                        DataProductFacts.of(known(subject)).origin().sourceAuthorizationValidTo());
    }

    private Map<String, Object> known(Subject subject) {
        return known(admissions.get(subject.admission()).caseId(), subject, entered(subject), dossiers.fields(subject));
    }

    private Map<String, Object> entered(Subject subject) {
        return filed.latest(admissions.get(subject.admission()));
    }
}
