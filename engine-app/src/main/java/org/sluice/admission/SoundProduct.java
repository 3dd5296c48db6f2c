package org.sluice.admission;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sluice.admission.ProductDossiers.Subject;
import org.sluice.process.CaseId;
import org.sluice.process.intake.SubjectType;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** The facts of a sound product of the same kind as the one at issue: what an example of a dossier shows. */
@Component
class SoundProduct {

    private final ProductFacts facts;
    private final Clock clock;

    SoundProduct(ProductFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** @param before what was entered last, which stands as it is */
    Map<String, Object> example(CaseId caseId, Subject subject, Map<String, Object> before) {
        var sound = new LinkedHashMap<String, Object>();
        form(sound);
        var today = WorkingDays.today(clock);
        origin(sound, today);
        persons(sound, subject, today);
        use(sound, subject);
        sound.putAll(before);
        var known = facts.known(caseId, subject, sound, List.of());
        known.put("fields", subject.fields());
        known.keySet().removeIf(EnteredFacts::isOfTest);
        known.replaceAll((name, value) -> plain(value));
        return known;
    }

    /** As JSON has it. */
    private static Object plain(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(SoundProduct::plain).toList();
        }
        return value instanceof Enum<?> choice ? choice.name() : value;
    }

    private static void form(Map<String, Object> sound) {
        sound.put("productKind", "VARIABLE");
        sound.put("deliveryForm", "BAND");
        sound.put("lawfullyPublic", false);
        sound.put("techniqueAvailable", true);
        sound.put("businessCritical", false);
        sound.put("nfraGrade", "OTHER_GENERAL");
        sound.put("jrtPfi", "NONE");
        sound.put("processingMode", "PROVIDE");
        sound.put("securityAssessment", true);
    }

    private static void origin(Map<String, Object> sound, LocalDate today) {
        sound.put("hops", List.of(Map.of("hopPosition", 1, "hopDocumented", true)));
        sound.put("collectionMethod", "AUTHORIZED_FEED");
        sound.put("publicDataBasis", "AUTHORIZED_OPERATION");
        sound.put("publicDataRegistered", true);
        sound.put("sourceAuthorizationValidTo", today.plusYears(3).toString());
        sound.put("rights", List.of("PROCESSING_USE", "PRODUCT_OPERATION"));
        sound.put("derivedProduct", false);
        sound.put("enterpriseAuthorization", true);
        sound.put("outsideAuthorization", "OPERATION_AGREEMENT");
    }

    private static void persons(Map<String, Object> sound, Subject subject, LocalDate today) {
        var personal = subject.containsPersonalInfo() || subject.subjectType() != SubjectType.ENTERPRISE;
        sound.put("containsPersonalInfo", personal);
        sound.put("legalBasisStated", true);
        sound.put("legalBasis", "CONSENT");
        sound.put("sensitivePi", false);
        sound.put("consentEvidence", "SEPARATE");
        sound.put("supplierRole", "INDEPENDENT_HANDLER");
        sound.put("receiverNamed", true);
        sound.put("minorsUnder14", false);
        sound.put("productPersonCount", personal ? 800_000 : 0);
        sound.put("creditInformation", false);
        sound.put("prohibitedCreditFields", List.of());
        sound.put("restrictedCreditFields", List.of());
        sound.put("adverseAgeMonths", 0);
        sound.put("piaRequired", personal);
        sound.put("piaStatus", "SIGNED");
        sound.put("piaDate", today.minusDays(20).toString());
        sound.put("lastChangeOn", today.minusDays(40).toString());
    }

    private static void use(Map<String, Object> sound, Subject subject) {
        sound.put("sourcePurposes", List.of("CREDIT_ADMISSION"));
        sound.put("scenarioPurpose", "CREDIT_ADMISSION");
        sound.put("scenarioFields", subject.fields());
        sound.put("retentionStated", true);
        sound.put("retentionDays", 180);
        sound.put("allowedRetentionDays", 365);
        sound.put("similarity", new BigDecimal("0.2"));
        sound.put("declaredStandby", false);
        sound.put("benchmarkPrice", subject.unitPrice().max(BigDecimal.ONE));
        sound.put("regulatoryDuty", false);
        sound.put("benefitCost", new BigDecimal("2.4"));
        for (var name : List.of("secureChannel", "addressListed", "messageSigned", "replayGuarded", "reviewPath")) {
            sound.put(name, true);
        }
        for (var name : List.of("supplierKeepsRequests", "supplierKeepsSample", "crossBorder", "associationAnalysis")) {
            sound.put(name, false);
        }
    }
}
