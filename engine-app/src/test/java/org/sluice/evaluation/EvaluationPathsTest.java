package org.sluice.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.evaluation.EvaluationStage.fields;
import static org.sluice.evaluation.EvaluationStage.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.blacklist.SupplierListed;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.EvaluationCycleProcess;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Jobs;
import org.sluice.support.PathsPassed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through an evaluation. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationPathsTest {

    private final List<ExitDecided> exits = new ArrayList<>();

    @Autowired
    private Api api;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private EvaluationSteps steps;

    @Autowired
    private Evaluations evaluations;

    private PathsPassed paths;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ConfigurableApplicationContext context;

    private EvaluationStage stage;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @BeforeAll
    void begin() {
        stage = new EvaluationStage(api, jobs, jdbc, clock);
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof ExitDecided exit) {
                exits.add(exit);
            }
        });
    }

    @Test
    void aGoodProductIsRenewedByTheExamplesOfTheTasks() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.good(subject)).ok();
        var caseId = stage.start(subject);

        assertThat(stage.open(caseId)).containsExactly("rateProduct", "rateProduct");
        var ofBranch = stage.task("br01-business-requester", caseId, "rateProduct");
        assertThat(ofBranch.get("orgUnit").asText()).isEqualTo("BR01");
        assertThat(stage.task("business-requester", caseId, "rateProduct")
                        .get("id")
                        .asText())
                .isNotEqualTo(ofBranch.get("id").asText());
        // the branch reads what it is asked about, and no other branch does
        api.read("br01-business-requester", "/cases/" + caseId).ok();
        api.read("br02-business-requester", "/cases/" + caseId).refused(403);
        api.write(
                        "br02-business-requester",
                        "/tasks/" + ofBranch.get("id").asText() + "/complete",
                        ofBranch.get("example"))
                .refused(403);
        stage.complete("br01-business-requester", caseId, "rateProduct", ofBranch.get("example"))
                .ok();
        stage.complete("business-requester", caseId, "rateProduct", Map.of("score", 5))
                .ok();
        stage.lead(caseId);
        assertThat(stage.task("data-head", caseId, "decideRenewal").get("choices"))
                .isNotEmpty()
                .allSatisfy(choice -> {
                    assertThat(choice.at("/label/zh").asText()).containsPattern("\\p{IsHan}");
                    assertThat(choice.at("/label/en").asText())
                            .containsPattern("[a-z]")
                            .doesNotContain("_");
                });
        stage.lead(caseId);

        var sheet = stage.sheet(caseId);
        assertThat(stage.cover(caseId).get("outcome").asText()).isEqualTo("productRenewed");
        assertThat(sheet.at("/evaluation/state").asText()).isEqualTo("CONFIRMED");
        assertThat(sheet.at("/evaluation/grade").asText()).isIn("A", "B").isEqualTo(stage.grade(subject));
        assertThat(figure(sheet, "EFFECT")).isEqualByComparingTo("4.5");
        assertScore(sheet);
        assertThat(texts(sheet.get("ratings"), "state")).containsExactly("GIVEN", "GIVEN");
        var letter = sheet.at("/notices/0/letter/en").asText();
        assertThat(letter)
                .contains("grade " + stage.grade(subject), "(" + subject.code() + ")")
                .contains("\nAccuracy (%): 99, ")
                .doesNotContainPattern("\\d\\.\\d*0\\b")
                .as("whole months")
                .containsPattern("from [A-Z][a-z]+ 20\\d\\d to [A-Z][a-z]+ 20\\d\\d\\.");
        assertThat(sheet.at("/notices/0/letter/zh").asText()).containsPattern("自 20\\d\\d年\\d+月 至 20\\d\\d年\\d+月");
        assertThat(sheet.at("/evaluation/decided").asText())
                .isEqualTo(sheet.get("proposed").asText());
        assertThat(stage.supplierState(subject)).isEqualTo("QUALIFIED " + stage.grade(subject));
        assertThat(actions(caseId))
                .contains(
                        "evaluation.opened",
                        "evaluation.figuresCollected",
                        "evaluation.rated",
                        "evaluation.graded",
                        "evaluation.supplierTold",
                        "evaluation.gradeAccepted",
                        "evaluation.gradeConfirmed",
                        "evaluation.supplierGraded",
                        "evaluation.renewalDecided",
                        "evaluation.ended");
        assertThat(texts(stage.cover(caseId).get("tables"), "label")).contains("scorecard", "unitRatings", "notices");
        assertPassed(caseId, "renewed");

        again(() -> steps.renew(id(caseId)));
        assertThat(stage.sheet(caseId)).isEqualTo(sheet);
        assertThat(api.read("data-head", "/products/" + subject.code() + "/evaluations")
                        .ok())
                .hasSize(1);
    }

    /** An exit that began meanwhile takes nothing from the supplier's score. */
    @Test
    void aProductThatIsLeavingUseStillCountsForItsSupplier() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.good(subject)).ok();
        var caseId = stage.start(subject);
        stage.rate(caseId, 5);
        jdbc.sql("update sluice.data_product set state = case when id = ? then 'OFFBOARDING' else 'RETIRED' end"
                        + " where supplier = ?")
                .params(subject.id(), subject.supplier())
                .update();
        stage.lead(caseId);

        assertThat(stage.grade(subject)).isIn("A", "B");
        assertThat(stage.supplierState(subject)).isEqualTo("QUALIFIED " + stage.grade(subject));
    }

    @Test
    void whatDoesNotApplyLeavesTheDivisor() {
        var subject = stage.product("HO", "BR01");
        var reading = stage.good(subject);
        reading.remove("accuracy");
        reading.remove("billingDifference");
        stage.read(subject, reading).ok();
        var caseId = stage.start(subject);
        stage.rate(caseId, 4);

        var sheet = stage.sheet(caseId);
        assertThat(item(sheet, "ACCURACY").get("notApplicable").asText()).isEqualTo("NO_READING");
        assertThat(item(sheet, "INCIDENT_HANDLING").get("notApplicable").asText())
                .isEqualTo("NO_INCIDENT_TO_HANDLE");
        assertThat(item(sheet, "CHANGE_NOTICE").get("notApplicable").asText()).isEqualTo("NO_CHANGE");
        assertThat(item(sheet, "ACCURACY").get("weight").isNull()).isTrue();
        assertThat(sheet.get("weight").asInt()).isLessThanOrEqualTo(100 - 10 - 4 - 4 - 3);
        assertScore(sheet);
    }

    @Test
    void aMediocreProductIsRectifiedAndItsSupplierRestricted() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.mediocre(subject)).ok();
        var caseId = stage.start(subject);
        stage.rate(caseId, 2);

        assertThat(stage.sheet(caseId).at("/evaluation/grade").asText()).isEqualTo("C");
        assertThat(stage.grade(subject)).isEqualTo("-");
        jobs.due(caseId, "objectionTermOver");

        assertThat(stage.grade(subject)).isEqualTo("C");
        assertThat(stage.supplierState(subject)).isEqualTo("RESTRICTED C");
        assertThat(stage.sheet(caseId).get("proposed").asText()).isEqualTo("RENEW_SHORT_WITH_RECTIFICATION");
        var late = LocalDate.now(clock).plusDays(200).toString();
        assertThat(fields(stage.complete(
                                "data-head",
                                caseId,
                                "decideRenewal",
                                decide("RENEW_SHORT_WITH_RECTIFICATION", false, "raise the hit rate", late, null))
                        .refused(422)))
                .containsExactly("rectifyBy");
        stage.lead(caseId);
        assertThat(stage.open(caseId)).containsExactly("checkRectification");

        jobs.due(caseId, "rectificationDue");
        assertThat(stage.open(caseId)).containsExactly("checkRectification");
        assertThat(stage.task("data-steward-2", caseId, "checkRectification")
                        .get("remindedAt")
                        .isNull())
                .isFalse();
        // who started it does not check it
        var own = stage.task("data-steward", caseId, "checkRectification");
        stage.complete("data-steward", caseId, "checkRectification", own.get("example"))
                .refused(409);
        stage.complete("data-steward-2", caseId, "checkRectification", own.get("example"))
                .ok();

        assertThat(stage.cover(caseId).get("outcome").asText()).isEqualTo("rectified");
        assertThat(stage.sheet(caseId).at("/rectification/state").asText()).isEqualTo("VERIFIED");
        assertPassed(caseId, "objectionTermOver", "rectificationReminded", "rectified");
    }

    @Test
    void anObjectionIsRejectedByAnotherPersonAndAFailedRectificationLeadsToTheExit() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.mediocre(subject)).ok();
        var caseId = stage.start(subject);
        stage.rate(caseId, 2);

        assertThat(fields(stage.complete(
                                "procurement",
                                caseId,
                                "recordObjection",
                                Map.of(
                                        "objects",
                                        true,
                                        "receivedOn",
                                        LocalDate.now(clock).toString()))
                        .refused(422)))
                .containsExactly("grounds");
        stage.complete("procurement", caseId, "recordObjection", objection()).ok();
        assertThat(stage.cover(caseId).get("state").asText()).isEqualTo("OBJECTED");
        stage.lead(caseId);
        assertThat(stage.sheet(caseId).at("/objection/upheld").asBoolean()).isFalse();

        assertThat(fields(stage.complete(
                                "data-head", caseId, "decideRenewal", decide("RENEW_YEAR", false, null, null, null))
                        .refused(422)))
                .containsExactly("reasons");
        stage.lead(caseId);
        stage.complete(
                        "data-steward-2",
                        caseId,
                        "checkRectification",
                        Map.of("verified", false, "finding", "nothing was done"))
                .ok();

        assertThat(stage.cover(caseId).get("outcome").asText()).isEqualTo("exitOrdered");
        assertThat(exits)
                .filteredOn(exit -> exit.product().equals(subject.id()))
                .hasSize(1)
                .allSatisfy(exit -> {
                    assertThat(exit.urgent()).isFalse();
                    assertThat(exit.trigger()).isEqualTo("RECTIFICATION_FAILED");
                    assertThat(exit.evaluation()).isEqualTo(id(caseId));
                });
        assertPassed(caseId, "reviewObjection", "exitOrdered");
        again(() -> steps.exit(id(caseId)));
        assertThat(exits)
                .filteredOn(exit -> exit.product().equals(subject.id()))
                .hasSize(1);
    }

    @Test
    void anUpheldObjectionPutsFiguresRightAndIsTheLastWord() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.mediocre(subject)).ok();
        var caseId = stage.start(subject);
        stage.rate(caseId, 2);
        stage.complete("procurement", caseId, "recordObjection", objection()).ok();

        assertThat(fields(stage.complete(
                                "compliance",
                                caseId,
                                "reviewObjection",
                                review(List.of(Map.of("item", "CHANGE_NOTICE", "figure", 30))))
                        .refused(422)))
                .containsExactly("corrections[0].item");
        assertThat(fields(stage.complete(
                                "compliance",
                                caseId,
                                "reviewObjection",
                                review(List.of(Map.of("item", "DOCUMENTS", "finding", "NO_INCIDENT"))))
                        .refused(422)))
                .containsExactly("corrections[0].finding");
        var before = stage.sheet(caseId);
        stage.complete(
                        "compliance",
                        caseId,
                        "reviewObjection",
                        review(List.of(
                                Map.of("item", "HIT_RATE", "figure", 0),
                                Map.of("item", "FRESHNESS", "figure", 99.5),
                                Map.of("item", "AVAILABILITY", "figure", 99.95),
                                Map.of("item", "EFFECT", "figure", 4))))
                .ok();

        var after = stage.sheet(caseId);
        assertThat(stage.open(caseId)).containsExactly("decideRenewal");
        assertThat(after.get("round").asInt()).isEqualTo(2);
        assertThat(after.at("/evaluation/score").decimalValue())
                .isGreaterThan(before.at("/evaluation/score").decimalValue());
        assertThat(after.at("/evaluation/grade").asText()).isIn("A", "B").isEqualTo(stage.grade(subject));
        assertThat(item(after, "HIT_RATE").get("corrected").asBoolean()).isTrue();
        assertThat(item(after, "ACCURACY").get("corrected").asBoolean()).isFalse();
        assertThat(after.get("notices")).hasSize(2);
        assertThat(after.at("/notices/1/answerBy").isNull()).isTrue();
        assertScore(after);
        assertPassed(caseId, "objectionPossible");
    }

    @Test
    void withoutReadingsAndUsersThereIsNoGradeAndItIsEvaluatedLater() {
        var subject = stage.product();
        var caseId = stage.start(subject);

        assertThat(stage.open(caseId)).containsExactly("decideRenewal");
        var sheet = stage.sheet(caseId);
        assertThat(sheet.at("/evaluation/grade").isNull()).isTrue();
        assertThat(sheet.get("proposed").asText()).isEqualTo("EVALUATE_FIRST");
        assertThat(sheet.get("notices")).isEmpty();
        stage.lead(caseId);

        assertThat(stage.cover(caseId).get("outcome").asText()).isEqualTo("evaluationPostponed");
        assertThat(stage.grade(subject)).isEqualTo("-");
        assertPassed(caseId, "postponed");
    }

    @Test
    void missingRatingsDoNotBlockAndALateOneIsRefused() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.good(subject)).ok();
        var caseId = stage.start(subject);
        var late = stage.task("br01-business-requester", caseId, "rateProduct");
        stage.complete("business-requester", caseId, "rateProduct", Map.of("score", 4))
                .ok();

        jobs.due(caseId, "ratingsOver");

        assertThat(texts(stage.sheet(caseId).get("ratings"), "state")).containsExactly("MISSING", "GIVEN");
        assertThat(figure(stage.sheet(caseId), "EFFECT")).isEqualByComparingTo("4");
        assertThat(stage.open(caseId)).containsExactly("recordObjection");
        api.write("br01-business-requester", "/tasks/" + late.get("id").asText() + "/complete", late.get("example"))
                .refused(409);
        assertPassed(caseId, "ratingsOver");
    }

    @Test
    void aGraveIncidentDecidesAloneAndItsSupplierIsProposedForTheBlacklist() {
        var subject = stage.product("HO", "BR01");
        var reading = stage.good(subject);
        reading.put("incidents", 1);
        reading.put("incidentLevel", "LARGER");
        reading.put("handlingMinutes", 20);
        var caseId = stage.decided(subject, reading, 5);

        var sheet = stage.sheet(caseId);
        assertThat(sheet.at("/evaluation/grade").asText()).isEqualTo("D");
        assertThat(sheet.get("veto").asText()).isEqualTo("DATA_INCIDENT");
        assertThat(sheet.get("proposed").asText()).isEqualTo("EXIT_URGENT");
        assertThat(sheet.get("proposedReview").asBoolean()).isTrue();
        assertThat(stage.supplierState(subject)).isEqualTo("RESTRICTED D");
        stage.lead(caseId);

        assertThat(exits)
                .filteredOn(exit -> exit.product().equals(subject.id()))
                .singleElement()
                .satisfies(exit -> {
                    assertThat(exit.urgent()).isTrue();
                    assertThat(exit.trigger()).isEqualTo("SECURITY_INCIDENT");
                });
        assertThat(jdbc.sql("select reason || ' ' || severity from sluice.blacklist_entry where origin = ?::uuid")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .containsExactly("DATA_LEAK LARGER");
        assertPassed(caseId, "exitOrdered");
    }

    @Test
    void aBlacklistedSuppliersEvaluationStops() {
        var subject = stage.product("HO", "BR01");
        stage.read(subject, stage.good(subject)).ok();
        var caseId = stage.start(subject);

        again(() -> context.publishEvent(new SupplierListed(
                subject.supplier(), id(caseId), LocalDate.now(clock).plusYears(1))));
        Awaitility.await().until(() -> {
            jobs.run();
            return jdbc.sql(
                                    "select count(*) from sluice.engine_message where case_id = ?::uuid and delivered_at is null")
                            .param(caseId)
                            .query(Integer.class)
                            .single()
                    == 0;
        });

        assertThat(stage.cover(caseId).get("outcome").asText()).isEqualTo("evaluationStopped");
        assertThat(stage.open(caseId)).isEmpty();
        assertPassed(caseId, "stopped");
        again(() -> context.publishEvent(new SupplierListed(
                subject.supplier(), id(caseId), LocalDate.now(clock).plusYears(1))));
        assertThat(actions(caseId)).containsOnlyOnce("evaluation.stopped");
    }

    @Test
    void oneProductHasOneEvaluationStartedByTheRightPeople() {
        var subject = stage.product("HO");
        var path = "/products/" + subject.code() + "/evaluations";

        api.write("procurement", path, "").refused(403);
        api.write("business-requester", path, "").refused(403);
        api.write("data-head", "/products/DP-none/evaluations", "").refused(404);
        var headers = Map.of("Idempotency-Key", "evaluate-" + subject.code());
        var first = api.write("data-head", path, "", headers).ok();
        assertThat(api.write("data-head", path, "", headers).ok()).isEqualTo(first);
        api.write("data-steward", path, "").refused(409);
        var retired = jdbc.sql("select code from sluice.data_product where state = 'RETIRED' order by code limit 1")
                .query(String.class)
                .single();
        api.write("data-head", "/products/" + retired + "/evaluations", "").refused(409);
    }

    @Test
    void whatIsDueIsStartedOnce() {
        api.write("procurement", "/evaluations/due", "").refused(403);
        var most = jdbc.sql("select value from sluice.rule_parameter where key = 'evaluation.atOnce'")
                .query(Integer.class)
                .single();
        var due = evaluations.due();
        assertThat(due).hasSize(most);

        var headers = Map.of("Idempotency-Key", "what-is-due");
        var started = api.write("data-head", "/evaluations/due", "", headers).ok();

        assertThat(started.get("evaluations").asInt()).isEqualTo(most);
        var underWay = underWay();
        assertThat(api.write("data-head", "/evaluations/due", "", headers).ok()).isEqualTo(started);
        assertThat(underWay()).isEqualTo(underWay);
        assertThat(due).allSatisfy(each -> {
            assertThat(openOf(each.product())).isEqualTo(1);
            assertThat(evaluations.startDue(each)).isFalse();
            assertThat(openOf(each.product())).isEqualTo(1);
        });
        assertThat(evaluations.due()).doesNotContainAnyElementsOf(due);
    }

    @Test
    void readingsAreCheckedAndPutRight() {
        var subject = stage.product();
        var reading = stage.good(subject);
        api.write("data-head", "/products/" + subject.code() + "/readings", reading)
                .refused(403);
        reading.put("hitRate", 1.2);
        reading.put("month", "2026-13");
        reading.put("handlingMinutes", 5);
        assertThat(fields(stage.read(subject, reading).refused(422)))
                .containsExactlyInAnyOrder("month", "hitRate", "handlingMinutes");
        reading = stage.good(subject);
        reading.put("month", "2099-01");
        assertThat(fields(stage.read(subject, reading).refused(422))).containsExactly("month");

        stage.read(subject, stage.good(subject)).ok();
        var corrected = stage.good(subject);
        corrected.put("calls", 7);
        var headers = Map.of("Idempotency-Key", "put-right-" + subject.code());
        var path = "/products/" + subject.code() + "/readings";
        var rows = api.write("data-steward", path, corrected, headers).ok();
        assertThat(rows).hasSize(1);
        assertThat(rows.at("/0/calls").asInt()).isEqualTo(7);
        assertThat(told(subject)).containsExactly("reading.recorded", "reading.corrected");

        stage.read(subject, corrected).ok();
        assertThat(told(subject)).as("the same once more").hasSize(2);
        stage.read(subject, stage.good(subject)).ok();
        assertThat(api.write("data-steward", path, corrected, headers)
                        .ok()
                        .at("/0/calls")
                        .asInt())
                .as("an old request that comes late")
                .isEqualTo(100_000);
        assertThat(told(subject)).hasSize(3);
    }

    private List<String> told(EvaluationStage.Subject subject) {
        return jdbc.sql(
                        "select action from sluice.audit_event where subject = ? and action like 'reading.%' order by id")
                .param("product " + subject.code())
                .query(String.class)
                .list();
    }

    private int underWay() {
        return jdbc.sql("select count(*) from sluice.evaluation where ended_at is null")
                .query(Integer.class)
                .single();
    }

    @AfterAll
    void everyEndAndEveryBoundaryEventWasReached() {
        paths.assertNoneLeftOut(EvaluationCycleProcess.KEY, EndEvent.class, BoundaryEvent.class);
    }

    private int openOf(UUID product) {
        return jdbc.sql("select count(*) from sluice.evaluation where product = ? and ended_at is null")
                .param(product)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> decide(
            String outcome, boolean review, String demand, String rectifyBy, String reasons) {
        var body = new java.util.HashMap<String, Object>();
        body.put("outcome", outcome);
        body.put("blacklistReview", review);
        body.put("demand", demand);
        body.put("rectifyBy", rectifyBy);
        body.put("reasons", reasons);
        return body;
    }

    private Map<String, Object> objection() {
        return Map.of(
                "objects",
                true,
                "receivedOn",
                LocalDate.now(clock.withZone(org.sluice.shared.WorkingDays.ZONE))
                        .toString(),
                "grounds",
                "our logs show other figures");
    }

    private static Map<String, Object> review(List<Map<String, Object>> corrections) {
        return Map.of("upheld", true, "corrections", corrections, "comment", "the logs agree with the supplier");
    }

    /** What nobody calls is kept as a standby where it could step in for what is called, and as long as it is paid for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anIdleProductIsAStandbyOnlyUnderContract(boolean underContract) {
        var subject = stage.product("HO", "BR01");
        var primary = stage.product();
        jdbc.sql("""
                        update sluice.data_product p set data_class = s.data_class, fields = s.fields
                        from sluice.data_product s where s.id = ? and p.id = ?
                        """).params(subject.id(), primary.id()).update();
        stage.read(primary, stage.good(primary)).ok();
        jdbc.sql("""
                        update sluice.contract set starts_on = current_date - 100, ends_on = current_date + 200,
                            closed_on = case when ? then null else current_date end, settled = case when ? then null else 0 end
                        where product = ?
                        """).params(underContract, underContract, subject.id()).update();
        var idle = new LinkedHashMap<>(stage.good(subject));
        idle.put("calls", 0);

        var caseId = stage.decided(subject, idle, 5);

        assertThat(stage.sheet(caseId).get("proposed").asText())
                .isEqualTo(underContract ? "KEEP_STANDBY_AND_DRILL" : "EXIT_REVIEW_IDLE");
    }

    private static JsonNode item(JsonNode sheet, String item) {
        return StreamSupport.stream(sheet.get("items").spliterator(), false)
                .filter(each -> each.get("item").asText().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal figure(JsonNode sheet, String item) {
        return item(sheet, item).get("figure").decimalValue();
    }

    /** Points by the weight of what applies, counted here once more. */
    private static void assertScore(JsonNode sheet) {
        var points = BigDecimal.ZERO;
        int weight = 0;
        for (var item : sheet.get("items")) {
            if (!item.get("weight").isNull()) {
                points = points.add(item.get("points").decimalValue());
                weight += item.get("weight").asInt();
            }
        }
        assertThat(sheet.get("weight").asInt()).isEqualTo(weight);
        assertThat(sheet.at("/evaluation/score").decimalValue())
                .isEqualByComparingTo(points.multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(weight), 2, RoundingMode.HALF_UP));
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private void again(Runnable step) {
        transaction.executeWithoutResult(status -> step.run());
    }

    private static CaseId id(String caseId) {
        return new CaseId(UUID.fromString(caseId));
    }

    private void assertPassed(String caseId, String... elements) {
        paths.assertPassed(EvaluationCycleProcess.KEY, caseId, elements);
    }
}
