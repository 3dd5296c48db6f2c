package org.sluice.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sluice.process.LocalText;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.process.procurement.ProcurementProcess;

/**
 * What the story's people answer. A task is answered by its example, which leads a case forward; where the story is about
 * something that goes wrong, the answer says so here.
 */
final class Script {

    static final String REQUESTER = "br01-business-requester";
    static final String STEWARD = "data-steward";
    static final String PROPOSER = "procurement";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DAYS_OF_THE_CONDITION = 20;

    private static final LocalText CONDITION =
            new LocalText("补交近12个月完税证明", "Send in the proof of tax paid for the last 12 months");
    private static final LocalText SUPPLIER_CLEARED = new LocalText(
            "已核对现有材料，限期补交后不构成障碍", "The papers on file were looked at; it does not stand in the way if sent in by then");
    private static final LocalText FIRST_CHOICE =
            new LocalText("价格最低，字段齐全", "The cheapest of those that deliver all fields");
    private static final LocalText SECOND_CHOICE =
            new LocalText("前一家未获准入，其余报价中价格最低", "The first was refused; the cheapest of the others");
    private static final LocalText NOT_RECTIFIED = new LocalText(
            "复核最近一个月：命中率仍远低于约定，没有改善", "The last month again: the hit rate is still far below what was promised");
    private static final LocalText EVIDENCE = new LocalText(
            "连续三个月命中率远低于约定，限期整改未完成，产品已退出使用",
            "For three months the hit rate was far below what was promised; it was not put right by the day that was set, and the product has left use");
    private static final LocalText WISH =
            new LocalText("小微企业经营评估所需税务数据", "Tax data for the assessment of small enterprises");
    private static final LocalText BENEFIT =
            new LocalText("每年新增两千户小微企业客户", "2,000 new borrowers a year among small enterprises");

    /** By task: the fields of its body that a reader of the story should see. */
    private static final Map<String, List<String>> SHOWN = Map.ofEntries(
            Map.entry("confirmNeed", List.of("confirmed")),
            Map.entry("giveOpinion", List.of("opinion")),
            Map.entry("writeFeasibilityNote", List.of("conclusion", "note")),
            Map.entry("approveRequirement", List.of("approved")),
            Map.entry("planSourcing", List.of("choice", "qualifiedSuppliers")),
            Map.entry("chooseOffer", List.of("supplier", "reasons")),
            Map.entry("settleSupplierFinding", List.of("answer", "condition", "dueOn")),
            Map.entry("voteOnSupplier", List.of("inFavour")),
            Map.entry("fileTestPapers", List.of("agreementNo", "assessmentNo")),
            Map.entry("arrangeTest", List.of("bankDataSet", "supplierDataSet")),
            Map.entry("voteOnProduct", List.of("inFavour")),
            Map.entry("approveContract", List.of("approved")),
            Map.entry("registerContract", List.of("contractNo", "startsOn", "endsOn")),
            Map.entry("rateProduct", List.of("score", "comment")),
            Map.entry("recordObjection", List.of("objects", "grounds")),
            Map.entry("decideRenewal", List.of("outcome", "rectifyBy")),
            Map.entry("checkRectification", List.of("verified", "finding")),
            Map.entry("approveExit", List.of("approved")),
            Map.entry("chooseReplacement", List.of("choice", "product")),
            Map.entry("compareProducts", List.of("fits")),
            Map.entry("recordOwnDeletion", List.of("certificateNo", "deletedOn")),
            Map.entry("recordSupplierDeletion", List.of("certified", "certificateNo")),
            Map.entry("investigateSupplier", List.of("confirmed", "finding")),
            Map.entry("noticeSupplier", List.of("notice")),
            Map.entry("recordReply", List.of("reply")),
            Map.entry("approveListing", List.of("inFavour")));

    /** Facts of a dossier that decide how the story goes on. */
    static final String TAX_VIOLATOR = "majorTaxViolator";

    static final String TAX_PROOF = "taxProof";

    private Script() {}

    static List<String> shown(String task) {
        return SHOWN.getOrDefault(task, List.of());
    }

    static Map<String, List<String>> allShown() {
        return SHOWN;
    }

    /** The answer to a task that shows this example. */
    static ObjectNode answer(String task, JsonNode example, Plot plot, LocalDate today, Locale locale) {
        ObjectNode body = example.deepCopy();
        switch (task) {
            case ProcurementProcess.Task.RECORD_QUOTATIONS -> {
                // the rest of the field may stay as it is: whoever else offers is dearer
                var offers = body.withArray("quotations");
                ((ObjectNode) offers.get(0)).put("supplier", plot.suppliers().refused());
                ((ObjectNode) offers.get(1)).put("supplier", plot.suppliers().admitted());
            }
            case ProcurementProcess.Task.CHOOSE_OFFER -> {
                var first = plot.refusedAt() == null;
                body.put(
                                "supplier",
                                first
                                        ? plot.suppliers().refused()
                                        : plot.suppliers().admitted())
                        .put("reasons", (first ? FIRST_CHOICE : SECOND_CHOICE).in(locale));
            }
            case SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER -> {
                var dossier = body.withObject("/facts");
                if (plot.refusedAt() == null) {
                    dossier.put(TAX_VIOLATOR, true);
                } else {
                    dossier.put(TAX_PROOF, false);
                }
            }
            case SupplierAdmissionProcess.Task.SETTLE_SUPPLIER_FINDING ->
                body.put("answer", "ACCEPT_WITH_CONDITION")
                        .put("condition", CONDITION.in(locale))
                        .put("dueOn", today.plusDays(DAYS_OF_THE_CONDITION).toString())
                        .put("comment", SUPPLIER_CLEARED.in(locale));
            case EvaluationCycleProcess.Task.CHECK_RECTIFICATION ->
                body.put("verified", false).put("finding", NOT_RECTIFIED.in(locale));
            default -> {
                // the example leads forward
            }
        }
        return body;
    }

    /** A branch's wish for data that nobody in the bank has in this shape. */
    static ObjectNode wish(LocalDate today, Locale locale) {
        var fields = JSON.arrayNode()
                .add(field("taxCreditGrade", new LocalText("反映企业诚信", "stands for reliability").in(locale), 2, true))
                .add(field(
                        "electronicInvoiceHealthIndex",
                        new LocalText("反映经营状况", "shows how business goes").in(locale),
                        3,
                        true))
                .add(field(
                        "seasonalSalesPattern",
                        new LocalText("区分季节与趋势", "separates season from trend").in(locale),
                        3,
                        true))
                .add(field(
                        "upstreamConcentration",
                        new LocalText("反映对供应商的依赖", "shows dependence on suppliers").in(locale),
                        3,
                        false));
        var body = JSON.objectNode()
                .put("title", WISH.in(locale))
                .put("businessLine", "INCLUSIVE_FINANCE")
                .put("branchCode", "BR01")
                .put("scenarioCode", "SME_PROPENSITY")
                .put("decisionImpact", "MARKETING")
                .put("automatedDecision", false)
                .put("subjectType", "ENTERPRISE");
        body.putArray("dataClasses").add("TAX");
        body.set("fieldsNeeded", fields);
        body.putArray("regionScope");
        return body.put("historyMonths", 24)
                .put("interfaceForm", "PRIVACY_COMPUTE")
                .put("expectedCallsPerYear", 120_000)
                .put("neededBy", today.plusYears(1).toString())
                .put("urgency", "NORMAL")
                .put("expectedBenefit", BENEFIT.in(locale))
                .put("expectedBenefitPerYear", 3_600_000)
                .put("budgetSource", "LINE")
                .put("budgetAmount", 360_000);
    }

    private static ObjectNode field(String name, String reason, int level, boolean mandatory) {
        return JSON.objectNode()
                .put("fieldName", name)
                .put("reason", reason)
                .put("sensitivity", level)
                .put("mandatory", mandatory);
    }

    /** A bad month: half of what was promised is hit, availability is poor, everything else is as it should be. */
    static ObjectNode reading(YearMonth month) {
        return JSON.objectNode()
                .put("month", month.toString())
                .put("calls", 10_000)
                .put("hitRate", 0.41)
                .put("accuracy", 0.985)
                .put("freshness", 0.992)
                .put("nullRate", 0.021)
                .put("psi", 0.08)
                .put("availability", 0.9961)
                .put("responseMs", 480)
                .put("incidents", 1)
                .put("incidentLevel", "GENERAL")
                .put("handlingMinutes", 25)
                .put("billingDifference", 0.0005)
                .put("conduct", "NONE");
    }

    static ObjectNode proposal(Locale locale) {
        return JSON.objectNode()
                .put("reason", "POOR_PERFORMANCE")
                .put("severity", "ORDINARY")
                .put("evidence", EVIDENCE.in(locale));
    }
}
