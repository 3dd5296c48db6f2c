package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.BANK_DATA;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;
import static org.sluice.privacy.MatchTestStage.SUPPLIER_DATA;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.PathsPassed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way from a request to a result that is purged, and every way to none; the parties' workers answer by hand. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyJobPathsTest extends PrivacyJobsLed {

    private final Set<String> stoppedAt = new HashSet<>();

    @Autowired
    private PrivacyJobSteps steps;

    private PathsPassed paths;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @Test
    void aResultIsHeldReleasedByAnotherPersonAndPurgedAtItsTerm() {
        var caseId = requested(form("BANK_LEARNS"));
        assertThat(waits(caseId)).isEqualTo("APPROVAL");
        assertThat(job("audit", caseId).at("/row/method").asText()).isEqualTo("RR22_MALICIOUS");
        approved(caseId, "PRIVACY_ENGINEER", "COMPLIANCE");

        assertThat(state(caseId)).isEqualTo("PREFLIGHT");
        assertThat(waits(caseId)).isEqualTo("WORKER");
        var order = order(caseId);
        assertThat(order.approvedBy()).isEqualTo("PRIVACY_ENGINEER,COMPLIANCE");
        assertThat(order.purpose()).isEqualTo("MARKETING");
        both(caseId, looked(20_000), looked(50_000));
        assertThat(state(caseId)).isEqualTo("RUNNING");
        both(
                caseId,
                ran(BANK, OVERLAP, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, null, receipt(caseId, SUPPLIER, 20_000)));

        assertThat(state(caseId)).isEqualTo("HELD");
        assertThat(waits(caseId)).isEqualTo("RELEASE");
        assertThat(job(REQUESTER, caseId).toString()).doesNotContain("12600", "sluice-receipt");
        assertThat(job("privacy-engineer", caseId).toString()).contains("12600", "sluice-receipt", "signature");
        assertThat(job("privacy-engineer", caseId).get("receiptsAgree").asBoolean())
                .isTrue();
        intakes.complete(caseId, Map.of("released", true, "comment", "as approved"))
                .ok();
        both(caseId, Map.of("resultRows", OVERLAP, "resultDigest", "ef".repeat(32)), Map.of());

        assertThat(state(caseId)).isEqualTo("RELEASED");
        assertThat(job(REQUESTER, caseId).toString()).contains("12600", "ef".repeat(32));
        jobs.due(caseId, "resultTermOver");
        assertThat(state(caseId)).isEqualTo("PURGING");
        both(caseId, Map.of(), Map.of());

        assertThat(state(caseId)).isEqualTo("CLOSED");
        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobClosed");
        assertThat(actions(caseId))
                .contains(
                        "privacyJob.requested",
                        "privacyJob.approved",
                        "privacyJob.ordered",
                        "privacyJob.partyDone",
                        "privacyJob.held",
                        "privacyJob.released",
                        "privacyJob.purged",
                        "privacyJob.closed");
        passed(caseId, "privacyJobOver");
    }

    @Test
    void receiptsThatDifferAreTrouble() {
        var caseId = requested(form("BANK_LEARNS"));
        approved(caseId, "PRIVACY_ENGINEER", "COMPLIANCE");
        both(caseId, looked(20_000), looked(50_000));
        both(
                caseId,
                ran(BANK, OVERLAP, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, null, receipt(caseId, SUPPLIER, 19_999)));

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).contains("learner.size");
        assertThat(job(REQUESTER, caseId).get("receiptsAgree").asBoolean(true)).isFalse();
    }

    @Test
    void withoutBothReceiptsThereIsNoResult() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");
        both(caseId, looked(20_000), looked(50_000));
        both(caseId, ran(BANK, OVERLAP, receipt(caseId, BANK, 20_000)), ran(SUPPLIER, OVERLAP, null));

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).contains("signed no receipt");
    }

    /** The engine's own job may be due before it hears of the stop. */
    @Test
    void whatIsStoppedGoesNoStepOn() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");
        both(caseId, looked(20_000), looked(50_000));
        assertThat(state(caseId)).isEqualTo("RUNNING");
        stop(caseId).ok();

        var stopped = new CaseId(UUID.fromString(caseId));
        for (var step : List.<Consumer<CaseId>>of(
                steps::orderPreflight,
                steps::judgePreflight,
                steps::orderRun,
                steps::judgeRun,
                steps::orderRelease,
                steps::judgeRelease)) {
            assertThatExceptionOfType(Conflict.class).isThrownBy(() -> new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> step.accept(stopped)));
        }
        purchases.deliver(caseId);
        both(caseId, Map.of(), Map.of());
        assertThat(state(caseId)).isEqualTo("STOPPED");
    }

    @Test
    void withoutAGrantForThePurposeARuleForbidsIt() {
        var form = form("BANK_LEARNS");
        form.put("purpose", "CREDIT_LIMIT");

        var caseId = requested(form);

        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobRefusedByRules");
        assertThat(job(REQUESTER, caseId).get("findings").toString()).contains("J-01");
        assertThat(waits(caseId)).isEqualTo("NOTHING");
        passed(caseId, "refusedByJobRules");
    }

    @Test
    void anApproverRefusesWithAReason() {
        var caseId = requested(form("NUMBER_ONLY"));

        intakes.complete(caseId, Map.of("approved", false)).refused(422);
        intakes.complete(caseId, Map.of("approved", false, "comment", "not needed"))
                .ok();

        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobRefused");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).isEqualTo("not needed");
        passed(caseId, "refusedByJobApprover");
    }

    @Test
    void aNumberAloneIsNotAskedOfComplianceAndRunsByDiffieHellman() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");

        assertThat(job("audit", caseId).at("/row/method").asText()).isEqualTo("ECDH");
        assertThat(state(caseId)).isEqualTo("PREFLIGHT");
    }

    @Test
    void whatAWorkerRefusesIsSettledTriedAgainAndGivenUp() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");
        complete(caseId, BANK, looked(20_000));
        refuse(caseId, SUPPLIER, "data-set-gone", "[data-set-gone] 数据集已不在。 / The data set is gone.");

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).contains("The data set is gone.");
        intakes.completeAs(REQUESTER, caseId, Map.of("again", true, "comment", "x"))
                .refused(403);
        intakes.complete(caseId, Map.of("again", true, "comment", "it is back")).ok();
        assertThat(state(caseId)).isEqualTo("PREFLIGHT");
        both(caseId, looked(20_000), looked(50_000));
        both(
                caseId,
                ran(BANK, OVERLAP, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, OVERLAP + 1, receipt(caseId, SUPPLIER, 19_999)));

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, caseId).get("receiptsAgree").asBoolean()).isFalse();
        intakes.complete(caseId, Map.of("again", false, "comment", "enough")).ok();
        both(caseId, Map.of(), Map.of());
        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobFailed");
        paths.assertPassed(PrivacyOrderPartyProcess.KEY, caseId, "privacyOrderRefused", "privacyOrderDone");
        passed(caseId, "privacyJobOver");
    }

    /** Rows said 20,000 when it was asked for; the distinct identifiers are few. */
    @Test
    void whatTheTrueSizesShowIsJudgedByThoseWhomTheRuleNames() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");
        both(caseId, looked(12), looked(50_000));

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).contains("J-02");
        intakes.complete(caseId, Map.of("again", true, "comment", "let it be judged"))
                .ok();
        approved(caseId, "PRIVACY_ENGINEER", "COMPLIANCE");
        both(caseId, looked(12), looked(50_000));
        assertThat(state(caseId)).isEqualTo("RUNNING");
    }

    @Test
    void aRefusalAfterTheFirstRoundPurgesWhatIsLeft() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");
        both(caseId, looked(12), looked(50_000));
        intakes.complete(caseId, Map.of("again", true, "comment", "let it be judged"))
                .ok();
        intakes.complete(caseId, Map.of("approved", false, "comment", "too few"))
                .ok();

        assertThat(state(caseId)).isEqualTo("PURGING");
        both(caseId, Map.of(), Map.of());
        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobFailed");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).isEqualTo("too few");
        passed(caseId, "privacyJobOver");
    }

    @Test
    void nearlyTheWholeSmallerSideIsReleasedWithAReasonOnly() {
        var caseId = held("BANK_LEARNS", 19_990);

        intakes.complete(caseId, Map.of("released", true)).refused(422);
        intakes.complete(caseId, Map.of("released", true, "comment", "judged")).ok();
        refuse(caseId, BANK, "job-not-run", "[job-not-run] 未运行。 / It has not run.");
        complete(caseId, SUPPLIER, Map.of());

        assertThat(state(caseId)).isEqualTo("TROUBLED");
        intakes.complete(caseId, Map.of("again", false, "comment", "enough")).ok();
        both(caseId, Map.of(), Map.of());
        assertThat(state(caseId)).isEqualTo("FAILED");
        passed(caseId, "privacyJobOver");
    }

    @Test
    void aResultThatNobodyReleasesIsPurged() {
        var caseId = held("NUMBER_ONLY", OVERLAP);

        intakes.complete(caseId, Map.of("released", false, "comment", "not needed"))
                .ok();
        both(caseId, Map.of(), Map.of());

        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobWithheld");
        assertThat(job(REQUESTER, caseId).toString()).doesNotContain("12600");
    }

    @Test
    void whoeverCreatedTheJobDoesNotReleaseIt() {
        var caseId = held("NUMBER_ONLY", OVERLAP);
        jdbc.sql("update sluice.privacy_job set created_by = ? where case_id = ?::uuid")
                .params(people.idOf("privacy-engineer").value(), caseId)
                .update();

        var refusal = intakes.complete(caseId, Map.of("released", true, "comment", "mine"))
                .refused(409);
        assertThat(refusal.toString()).contains("J-08");

        jdbc.sql("update sluice.case_participation set person = ? where case_id = ?::uuid and step = 'initiate'")
                .params(people.idOf("privacy-engineer").value(), caseId)
                .update();
        assertThat(intakes.complete(caseId, Map.of("released", false, "comment", "mine"))
                        .refused(409)
                        .toString())
                .doesNotContain("J-08");
    }

    @Test
    void theSameInputSoonAgainIsForbiddenUnlessComplianceWaivesIt() {
        held("NUMBER_ONLY", OVERLAP);

        var again = requested(form("NUMBER_ONLY"));

        assertThat(state(again)).isEqualTo("REQUESTED");
        assertThat(job(REQUESTER, again).get("findings").toString()).contains("J-03", "FORBIDS_UNLESS_WAIVED");
        approved(again, "PRIVACY_ENGINEER");
        var refusal = intakes.complete(again, Map.of("approved", true)).refused(422);
        assertThat(refusal.toString()).contains("comment", "J-03");
        assertThat(actions(again)).doesNotContain("privacyJob.ordered");

        intakes.complete(again, Map.of("approved", true, "comment", "A corrected file; no row is released."))
                .ok();
        assertThat(job(REQUESTER, again).get("findings").toString()).contains("J-03", "\"WAIVED\"");
        both(again, looked(20_000), looked(50_000));
        assertThat(state(again)).isEqualTo("RUNNING");
    }

    @Test
    void aSetFarSmallerThanThePartnersIsLookedUpInIt() {
        var asItWas = suppliersRows(2_000_000);
        var caseId = requested(form("BANK_LEARNS"));
        suppliersRows(asItWas);
        assertThat(job("audit", caseId).at("/row/method").asText()).isEqualTo("UNBALANCED");
        assertThat(job("audit", caseId).toString())
                .contains(
                        "no more of them than it announces", "came and went since", "which version it looked at last");
        approved(caseId, "PRIVACY_ENGINEER", "COMPLIANCE");
        both(caseId, looked(20_000), looked(2_000_000));

        assertThat(order(caseId).method()).isEqualTo(PrivacyMethod.UNBALANCED);
        assertThat(order(caseId).suite()).isEqualTo(CryptoSuite.P256_SHA256);
        assertThat(task(caseId, SUPPLIER)).as("no range before it").isNotNull();
    }

    /** What compliance has waived was another run. */
    @Test
    void aWaiverIsOfNothingThatHasRunSince() {
        held("NUMBER_ONLY", OVERLAP);
        var waived = requested(form("NUMBER_ONLY"));
        approved(waived, "PRIVACY_ENGINEER", "COMPLIANCE");
        var between = requested(form("NUMBER_ONLY"));
        approved(between, "PRIVACY_ENGINEER", "COMPLIANCE");
        both(between, looked(20_000), looked(50_000));
        both(
                between,
                ran(BANK, OVERLAP, receipt(between, BANK, 20_000)),
                ran(SUPPLIER, OVERLAP, receipt(between, SUPPLIER, 20_000)));

        both(waived, looked(20_000), looked(50_000));

        assertThat(state(waived)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, waived).get("findings").toString()).contains("FORBIDS_UNLESS_WAIVED");
    }

    @Test
    void whatComplianceDoesNotWaiveStaysForbidden() {
        held("NUMBER_ONLY", OVERLAP);
        var again = requested(form("NUMBER_ONLY"));
        approved(again, "PRIVACY_ENGINEER");

        intakes.complete(again, Map.of("approved", false, "comment", "Wait until the week is over."))
                .ok();

        assertThat(intakes.outcome(again)).isEqualTo("privacyJobRefused");
    }

    @Test
    void theRequesterStopsItAtEveryWaitAndBothPartiesPurge() {
        var fresh = sent(form("NUMBER_ONLY"));
        stop(fresh).ok();
        purchases.deliver(fresh);
        assertThat(intakes.outcome(fresh)).isEqualTo("privacyJobStopped");
        assertThat(actions(fresh)).doesNotContain("privacyJob.ordered");
        passed(fresh, "privacyJobStoppedEnd");

        var waiting = requested(form("NUMBER_ONLY"));
        assertStopped(waiting);
        var looking = requested(form("NUMBER_ONLY"));
        approved(looking, "PRIVACY_ENGINEER");
        complete(looking, BANK, looked(20_000));
        assertStopped(looking);
        var troubled = requested(form("NUMBER_ONLY"));
        approved(troubled, "PRIVACY_ENGINEER");
        complete(troubled, BANK, looked(20_000));
        refuse(troubled, SUPPLIER, "data-set-gone", "[data-set-gone] 数据集已不在。 / The data set is gone.");
        assertStopped(troubled);
        assertStopped(held("NUMBER_ONLY", OVERLAP));
    }

    @Test
    void nobodyElseStopsIt() {
        var caseId = requested(form("NUMBER_ONLY"));

        api.write(REQUESTER, "/privacy-jobs/" + caseId + "/stop", Map.of("reason", ""))
                .refused(422);
        api.write("compliance", "/privacy-jobs/" + caseId + "/stop", Map.of("reason", "x"))
                .refused(403);
        assertThat(state(caseId)).isEqualTo("REQUESTED");
        api.write("privacy-engineer", "/privacy-jobs/" + caseId + "/stop", Map.of("reason", "wrong data"))
                .ok();
        purchases.deliver(caseId);
        assertThat(state(caseId)).isEqualTo("STOPPED");
        stop(caseId).ok();
    }

    @Test
    void aWorkerThatGivesUpStandsBeforeTheOperator() {
        var caseId = requested(form("NUMBER_ONLY"));
        approved(caseId, "PRIVACY_ENGINEER");
        var task = task(caseId, SUPPLIER);
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + SUPPLIER, "[peer-away] 对方没有应答。 / No answer.", "", 3, 0);
        assertThat(waits(caseId)).isEqualTo("WORKER_SAYS");
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + SUPPLIER, "[peer-away] 对方没有应答。 / No answer.", "", 0, 0);

        assertThat(waits(caseId)).isEqualTo("OPERATOR");
        assertThat(actions(caseId)).containsOnlyOnce("privacyJob.partyFailed");
        var moved = "127.0.0.1:9999";
        jdbc.sql("update sluice.worker_party set address = ? where party = ?")
                .params(moved, BANK)
                .update();
        var row = people.as("platform-ops", () -> incidents.page(0, 100).items().stream()
                .filter(incident -> caseId.equals(String.valueOf(incident.caseId())))
                .findFirst()
                .orElseThrow());
        people.does("platform-ops", () -> incidents.retry(row.id()));
        assertThat(engine.getVariable(task(caseId, SUPPLIER).getExecutionId(), PrivacyOrderTopic.PEER_ADDRESS.name()))
                .as("where the peer is now")
                .isEqualTo(moved);
        assertThat(waits(caseId)).isEqualTo("WORKER");
    }

    /** Whatever else goes on: it is the order that is refused, and what was not begun is taken back. */
    @Test
    void aRangeThatIsRefusedIsTheRunsRefusal() {
        var caseId = ranging();

        var task = ranges(caseId, SUPPLIER).get(1);
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleBpmnError(
                task.getId(),
                "worker-of-" + SUPPLIER,
                PrivacyOrderTopic.REFUSED,
                "[job-purged] 任务已清除。 / The job was purged.",
                Map.of("reason", "job-purged"));
        jobs.run();
        for (var range : ranges(caseId, BANK)) {
            tasks.lock(range.getId(), "worker-of-" + BANK, 20_000);
            tasks.complete(range.getId(), "worker-of-" + BANK);
        }
        jobs.run();

        assertThat(ranges(caseId, SUPPLIER)).isEmpty();
        complete(caseId, BANK, ran(BANK, null, null));
        assertThat(state(caseId)).isEqualTo("TROUBLED");
        assertThat(job(REQUESTER, caseId).get("trouble").get("en").asText()).contains("The job was purged.");
        assertThat(jdbc.sql("select distinct state from sluice.privacy_order_range r join sluice.privacy_order o"
                                + " on o.step = r.order_step where o.case_id = ?::uuid and r.party = ?")
                        .params(caseId, SUPPLIER)
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
        paths.assertPassed(PrivacyOrderPartyProcess.KEY, caseId, "rangeRefused", "privacyOrderRefused");
    }

    @Test
    void theSameIsAskedForOnceAndWhatIsWrongIsNamedAtItsField() {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var form = form("NUMBER_ONLY");
        var first = api.write(REQUESTER, "/privacy-jobs", form, headers).ok();
        assertThat(api.write(REQUESTER, "/privacy-jobs", form, headers).ok()).isEqualTo(first);
        jobs.run();

        form.put("bankDataSet", "gone@1");
        form.put("partner", "nobody");
        form.put("keepDays", 0);
        assertThat(fields(api.write(REQUESTER, "/privacy-jobs", form).refused(422)))
                .containsExactlyInAnyOrder("bankDataSet", "partner", "keepDays");
        form = form("BOTH_LEARN");
        form.put("method", "KKRT16");
        assertThat(fields(api.write(REQUESTER, "/privacy-jobs", form).refused(422)))
                .containsExactly("method");
        form = form("NUMBER_ONLY");
        form.put("unitCode", "BR01");
        api.write(REQUESTER, "/privacy-jobs", form).refused(403);
        api.write("finance", "/privacy-jobs", form("NUMBER_ONLY")).refused(403);
        api.read("finance", "/privacy-jobs/choices").refused(403);
        assertThat(api.read(REQUESTER, "/privacy-jobs/choices").ok().toString()).contains(BANK_DATA, SUPPLIER_DATA);
        assertThat(api.read(REQUESTER, "/privacy-jobs?q=PRV-").ok().get("total").asInt())
                .isPositive();
        api.read("supplier-contact", "/privacy-jobs").refused(403);
    }

    @AfterAll
    void everyEndAndEveryBoundaryWasReachedAndEveryWaitStopped() {
        paths.assertNoneLeftOut(PrivacyJobProcess.KEY, EndEvent.class);
        paths.assertNoneLeftOut(PrivacyOrderPartyProcess.KEY, EndEvent.class, BoundaryEvent.class);
        assertThat(stoppedAt).containsAll(paths.elements(PrivacyJobProcess.KEY, UserTask.class));
    }

    private String held(String output, long matched) {
        var caseId = requested(form(output));
        approved(
                caseId,
                output.equals("NUMBER_ONLY")
                        ? new String[] {"PRIVACY_ENGINEER"}
                        : new String[] {"PRIVACY_ENGINEER", "COMPLIANCE"});
        both(caseId, looked(20_000), looked(50_000));
        both(
                caseId,
                ran(BANK, matched, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, output.equals("NUMBER_ONLY") ? matched : null, receipt(caseId, SUPPLIER, 20_000)));
        assertThat(state(caseId)).isEqualTo("HELD");
        return caseId;
    }

    private Api.Answer stop(String caseId) {
        return api.write(REQUESTER, "/privacy-jobs/" + caseId + "/stop", Map.of("reason", "called off"));
    }

    private void assertStopped(String caseId) {
        intakes.sheet(caseId)
                .get("openTasks")
                .forEach(task -> stoppedAt.add(task.get("key").asText()));
        stop(caseId).ok();
        purchases.deliver(caseId);
        assertThat(intakes.sheet(caseId).get("openTasks")).isEmpty();
        if (state(caseId).equals("PURGING")) {
            both(caseId, Map.of(), Map.of());
        }
        assertThat(intakes.outcome(caseId)).isEqualTo("privacyJobStopped");
        assertThat(actions(caseId)).containsOnlyOnce("privacyJob.stopped");
        passed(caseId, "privacyJobStoppedEnd");
    }

    private void passed(String caseId, String... elements) {
        paths.assertPassed(PrivacyJobProcess.KEY, caseId, elements);
    }

    private static List<String> fields(JsonNode problem) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("field").asText())
                .toList();
    }

    /** What the supplier's worker says of its set; returns what it has said before. */
    private long suppliersRows(long rows) {
        var before = jdbc.sql("select row_count from sluice.worker_data_set where party = ? and handle = ?")
                .params(SUPPLIER, SUPPLIER_DATA)
                .query(Long.class)
                .single();
        jdbc.sql("update sluice.worker_data_set set row_count = ? where party = ? and handle = ?")
                .params(rows, SUPPLIER, SUPPLIER_DATA)
                .update();
        return before;
    }
}
