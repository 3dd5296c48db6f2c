package org.sluice.ui.parts;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a fact, or a column of a decision table, holds under its name: codes, shares, money. */
public final class ValueKinds {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("route", "route."),
            Map.entry("urgency", "Urgency."),
            Map.entry("decisionImpact", "DecisionImpact."),
            Map.entry("subjectType", "SubjectType."),
            Map.entry("interfaceForm", "InterfaceForm."),
            Map.entry("budgetSource", "BudgetSource."),
            Map.entry("legalBasis", "LegalBasis."),
            Map.entry("consentChannel", "ConsentChannel."),
            Map.entry("feasibility", "Feasibility."),
            Map.entry("opinion", "Opinion."),
            Map.entry("choice", "ShortfallChoice."),
            Map.entry("hostOutcome", "outcome."),
            Map.entry("method", "method."),
            Map.entry("outcome", "admissionOutcome."),
            Map.entry("answer", "findingAnswer."),
            Map.entry("testBand", "testBand."),
            Map.entry("need", "privacyNeed."),
            Map.entry("technique", "technique."),
            Map.entry("fieldTag", "fieldTag."),
            Map.entry("granularity", "granularity."),
            Map.entry("sourceKind", "sourceKind."),
            Map.entry("reasonDocument", "reasonDocument."),
            Map.entry("purchaseState", "purchaseState."),
            Map.entry("purchaseNote", "purchaseNote."),
            Map.entry("pricing", "pricing."),
            Map.entry("offerState", "offerState."),
            Map.entry("struckFor", "struckFor."),
            Map.entry("approval", "approval."),
            Map.entry("grantState", "state."),
            Map.entry("blacklistReason", "BlacklistReason."),
            Map.entry("reasonCode", "BlacklistReason."),
            Map.entry("blacklistSeverity", "BlacklistSeverity."),
            Map.entry("severityCode", "BlacklistSeverity."),
            Map.entry("closedFor", "blacklistClosed."),
            Map.entry("liftingCondition", "liftingCondition."),
            Map.entry("relatedTies", "relatedTie."),
            Map.entry("purpose", "Purpose."),
            Map.entry("stopReason", "StopReason."),
            Map.entry("item", "ScoreItem."),
            Map.entry("dimension", "Dimension."),
            Map.entry("itemFinding", "ItemFinding."),
            Map.entry("findingBefore", "ItemFinding."),
            Map.entry("notApplicable", "NotApplicable."),
            Map.entry("grade", "grade."),
            Map.entry("previousGrade", "grade."),
            Map.entry("sharePolicy", "sharePolicy."),
            Map.entry("inspection", "inspection."),
            Map.entry("vetoReason", "veto."),
            Map.entry("renewalOutcome", "RenewalOutcome."),
            Map.entry("renewalProposed", "RenewalOutcome."),
            Map.entry("evaluationTrigger", "EvaluationTrigger."),
            Map.entry("evaluationOutcome", "outcome."),
            Map.entry("ratingState", "ratingState."),
            Map.entry("rectificationState", "state."),
            Map.entry("supplierState", "state."),
            Map.entry("trigger", "ExitTrigger."),
            Map.entry("incidentLevel", "IncidentLevel."),
            Map.entry("affectedKind", "affectedKind."),
            Map.entry("affectedOutcome", "affectedOutcome."),
            Map.entry("signature", "signature."),
            Map.entry("insteadOf", "role."),
            Map.entry("deletionSide", "deletionSide."),
            Map.entry("consentProof", "ConsentProof."),
            Map.entry("cryptoProfile", "CryptoProfile."),
            Map.entry("wantedOutput", "WantedOutput."),
            Map.entry("sizeClass", "SizeClass."),
            Map.entry("lineClass", "LineClass."),
            Map.entry("suite", "Suite."),
            Map.entry("jobMethod", "JobMethod."),
            Map.entry("path", "usagePath."),
            Map.entry("usagePath", "usagePath."),
            Map.entry("verdict", "Verdict."),
            Map.entry("severity", "Severity."),
            Map.entry("task", "task."),
            Map.entry("decision", "decision."),
            Map.entry("role", "role."),
            Map.entry("reviewers", "role."),
            Map.entry("approvers", "role."),
            Map.entry("adds", "role."));

    private static final Set<String> SHARES =
            Set.of("catalogueSimilarity", "openRequirementMatch", "topUpShare", "matchRate", "promisedHitRate");
    private static final Set<String> AMOUNTS =
            Set.of("amount", "budgetAmount", "contractTotal", "expectedBenefitPerYear", "offerAmount", "usageCost");

    private ValueKinds() {}

    /** The head of the message keys that name the codes; null when it holds none. */
    public static @Nullable String codes(String name) {
        return CODES.get(name);
    }

    /** A share of one, such as 0.8. */
    public static boolean isShare(String name) {
        return SHARES.contains(name);
    }

    /** Money in CNY. */
    public static boolean isAmount(String name) {
        return AMOUNTS.contains(name);
    }
}
