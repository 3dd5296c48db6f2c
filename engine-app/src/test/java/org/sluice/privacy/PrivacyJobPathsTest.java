package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.BANK_DATA;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;
import static org.sluice.privacy.MatchTestStage.SUPPLIER_DATA;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sluice.access.UsedProducts;
import org.sluice.privacy.process.PartyAddresses;
import org.sluice.process.CaseId;
import org.sluice.process.Conflict;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PrivacyJobProcess;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderPartyProcess;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStepProcess;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.PathsPassed;
import org.sluice.support.People;
import org.sluice.support.Purchases;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way from a request to a result that is purged, and every way to none; the parties' workers answer by hand. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyJobPathsTest {

    private static final String REQUESTER = "business-requester";
    private static final long OVERLAP = 12_600;

    private final Set<String> stoppedAt = new HashSet<>();

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ExternalTaskService tasks;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private PrivacyJobSteps steps;

    @Autowired
    private IncidentDesk incidents;

    @Autowired
    private Clock clock;

    @Autowired
    private PartyProgress progress;

    @Autowired
    private PartyAddresses addresses;

    @Autowired
    private PartyLines lines;

    private PathsPassed paths;
    private MatchTestStage stage;

    @BeforeAll
    void remembers(@Autowired PathsPassed paths) {
        this.paths = paths;
    }

    @BeforeEach
    void enrol() {
        stage = new MatchTestStage(jdbc, tests, parties, engine, tasks, transactions);
        stage.enrol();
        // what ran in other tests is of no other test's data
        jdbc.sql("update sluice.privacy_job set bank_data_set = 'others@1'").update();
        if (jdbc.sql("select count(*) from sluice.usage_grant where calling_system = 'OLD' and purpose = 'MARKETING'"
                                + " and product in (select id from sluice.data_product where supplier = ?)")
                        .param(stage.supplier())
                        .query(Long.class)
                        .single()
                == 0) {
            var products = new UsedProducts(jdbc);
            var product = products.listed(2, false, "FREE", null);
            jdbc.sql("update sluice.data_product set supplier = ? where id = ?")
                    .params(stage.supplier(), product.id())
                    .update();
            products.granted(
                    product,
                    "HO",
                    "SME_PROPENSITY",
                    "MARKETING",
                    clock.instant().atZone(WorkingDays.ZONE).toLocalDate().plusMonths(6));
        }
    }

    /** What would wait for workers in other tests. */
    @AfterEach
    void clear() {
        jdbc.sql("select case_id from sluice.privacy_job where ended_at is null")
                .query(UUID.class)
                .list()
                .forEach(caseId -> stage.clear(new CaseId(caseId)));
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
    void theSameInputSoonAgainIsForbidden() {
        held("NUMBER_ONLY", OVERLAP);

        var again = requested(form("NUMBER_ONLY"));

        assertThat(intakes.outcome(again)).isEqualTo("privacyJobRefusedByRules");
        assertThat(job(REQUESTER, again).get("findings").toString()).contains("J-03");
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

    /** The lower of what both have measured of late chooses, and stands in the job. */
    @Test
    void aSlowLineGetsTheProtocolOfSlowLines() {
        jdbc.sql("delete from sluice.party_line").update();
        lines.measured(BANK, SUPPLIER, 900);
        lines.measured(SUPPLIER, BANK, 99.9);
        var slow = requested(form("BANK_LEARNS"));
        assertThat(job("audit", slow).at("/row/method").asText()).isEqualTo("RR22_SEMI_HONEST");
        assertThat(job("audit", slow).at("/line/megabits").asDouble()).isEqualTo(99.9);

        lines.measured(SUPPLIER, BANK, 100);
        // as a busy machine says
        lines.measured(SUPPLIER, BANK, 14);
        assertThat(job("audit", requested(form("BANK_LEARNS")))
                        .at("/row/method")
                        .asText())
                .isEqualTo("RR22_MALICIOUS");
        jdbc.sql("update sluice.party_line set measured_at = measured_at - interval '25 hours'")
                .update();
        lines.measured(SUPPLIER, BANK, 1);
        assertThat(job("audit", requested(form("BANK_LEARNS")))
                        .at("/line/megabits")
                        .asDouble())
                .isEqualTo(1);
        jdbc.sql("update sluice.party_line set measured_at = measured_at - interval '31 days'")
                .update();
        var unmeasured = requested(form("BANK_LEARNS"));
        assertThat(job("audit", unmeasured).at("/row/method").asText()).isEqualTo("RR22_MALICIOUS");
        assertThat(job("audit", unmeasured).get("line").isNull()).isTrue();
        jdbc.sql("delete from sluice.party_line").update();
    }

    /** Several workers of a party take ranges of one run; the run's own task follows when all of them are done. */
    @Test
    void aLargeRunIsGivenOutInRanges() {
        var caseId = ranging();

        assertThat(ranges(caseId, BANK)).hasSize(3);
        assertThat(ranges(caseId, SUPPLIER)).hasSize(3);
        assertThat(ranges(caseId, BANK)).extracting(ExternalTask::getPriority).containsExactly(0L, -1L, -2L);
        assertThat(tasksOf(caseId, BANK, PrivacyOrderTopic.NAME)).isEmpty();
        assertThat(waits(caseId)).isEqualTo("WORKER");
        for (var party : List.of(BANK, SUPPLIER)) {
            var workers = List.of("worker-of-" + party, "worker-of-" + party + "@127.0.0.1:9441");
            var open = ranges(caseId, party);
            for (var index = 0; index < 3; index++) {
                var task = open.get(index);
                assertThat(engine.getVariable(task.getExecutionId(), PrivacyRangeTopic.RANGE.name()))
                        .isEqualTo((long) index);
                assertThat(engine.getVariable(task.getExecutionId(), PrivacyOrderTopic.RANGES.name()))
                        .isEqualTo(3L);
                tasks.lock(task.getId(), workers.get(index % 2), 20_000);
            }
            computing(party, open.get(0), 300_000);
            computing(party, open.get(1), 500_000);
            var side = side(caseId, party);
            assertThat(side.get("state").asText()).isEqualTo("RUNNING");
            assertThat(side.at("/ranges/done").asInt()).isZero();
            assertThat(side.at("/ranges/all").asInt()).isEqualTo(3);
            assertThat(side.at("/progress/done").asLong()).isEqualTo(800_000);
            // the third has not begun and counts as the others
            assertThat(side.at("/progress/total").asLong()).isEqualTo(3_000_000);
            for (var index : new int[] {2, 0, 1}) {
                tasks.complete(open.get(index).getId(), workers.get(index % 2));
                jobs.run();
            }
            assertThat(side(caseId, party).at("/ranges/done").asInt()).isEqualTo(3);
        }
        both(
                caseId,
                ran(BANK, OVERLAP, receipt(caseId, BANK, 20_000)),
                ran(SUPPLIER, null, receipt(caseId, SUPPLIER, 20_000)));
        assertThat(state(caseId)).isEqualTo("HELD");
        assertThat(side(caseId, BANK).get("state").asText()).isEqualTo("DONE");
        paths.assertPassed(PrivacyOrderPartyProcess.KEY, caseId, "runRange", "privacyOrderDone");
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
    void aRangeThatFailedStandsBeforeTheOperatorAndIsTriedAgainWhereThePeerIsNow() {
        var caseId = ranging();
        var task = ranges(caseId, SUPPLIER).get(0);
        var other = ranges(caseId, SUPPLIER).get(1);
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + SUPPLIER, "[peer-away] 对方没有应答。 / No answer.", "", 3, 0);
        assertThat(waits(caseId)).isEqualTo("WORKER_SAYS");
        tasks.lock(other.getId(), "worker-of-" + SUPPLIER, 20_000);
        computing(SUPPLIER, other, 1);
        tasks.lock(task.getId(), "worker-of-" + SUPPLIER, 20_000);
        tasks.handleFailure(task.getId(), "worker-of-" + SUPPLIER, "[peer-away] 对方没有应答。 / No answer.", "", 0, 0);

        assertThat(waits(caseId)).isEqualTo("OPERATOR");
        assertThat(side(caseId, SUPPLIER).at("/says/en").asText()).contains("No answer.");
        assertThat(actions(caseId)).containsOnlyOnce("privacyJob.partyFailed");
        var row = people.as("platform-ops", () -> incidents.page(0, 100).items().stream()
                .filter(incident -> caseId.equals(String.valueOf(incident.caseId())))
                .findFirst()
                .orElseThrow());
        people.does("platform-ops", () -> incidents.retry(row.id()));
        assertThat(side(caseId, SUPPLIER).get("state").asText()).isEqualTo("RUNNING");
        addresses.tell(BANK, "127.0.0.1:9555");
        assertThat(engine.getVariable(task.getExecutionId(), PrivacyRangeTopic.PEER_ADDRESSES.name()))
                .asString()
                .endsWith(",127.0.0.1:9555");
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

    private static Map<String, Object> form(String output) {
        return new HashMap<>(Map.of(
                "unitCode",
                "HO",
                "purpose",
                "MARKETING",
                "partner",
                SUPPLIER,
                "bankDataSet",
                BANK_DATA,
                "partnerDataSet",
                SUPPLIER_DATA,
                "output",
                output,
                "keepDays",
                30,
                "reason",
                "whom to ask"));
    }

    private String sent(Map<String, Object> form) {
        return api.write(REQUESTER, "/privacy-jobs", form).ok().get("caseId").asText();
    }

    private String requested(Map<String, Object> form) {
        var caseId = sent(form);
        jobs.run();
        return caseId;
    }

    private void approved(String caseId, String... roles) {
        for (var role : roles) {
            assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo(role);
            intakes.lead(caseId);
        }
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

    private static Map<String, Object> looked(long size) {
        return Map.of("ownSize", size, "expectedSeconds", 1.5, "expectedMebibytes", 96L);
    }

    private static Map<String, Object> ran(String party, Long matched, String receipt) {
        var figures = new HashMap<String, Object>(Map.of(
                "ownSize",
                party.equals(BANK) ? 20_000L : 50_000L,
                "peerSize",
                party.equals(BANK) ? 50_000L : 20_000L,
                "bytes",
                5_000_000L,
                "seconds",
                2.5,
                "runs",
                1L,
                "transcriptHash",
                "ab".repeat(32)));
        if (matched != null) {
            figures.put("matched", matched);
        }
        if (receipt != null) {
            figures.put("receipt", receipt);
        }
        return figures;
    }

    /** As the worker of a party writes it, but for the signature, which the house does not look at. */
    private String receipt(String caseId, String party, int learnerSize) {
        var order = order(caseId);
        return """
                {"receipt":{"format":"sluice-receipt/1","job":"%s","purpose":"MARKETING","order":"%s","technique":"rr22",\
                "suite":"s","output":"bank_learns","terms":{"least":100,"greatest":2000000},\
                "learner":{"party":"bank","dataSet":"%s","size":%d},\
                "responder":{"party":"supplier-a","dataSet":"%s","size":50000},%s"bytes":5000000,\
                "transcriptHash":"%s","signer":"%s","role":"%s","attempts":1},"signature":"AA=="}""".formatted(
                        order.job(),
                        sha256(order.text()),
                        BANK_DATA,
                        learnerSize,
                        SUPPLIER_DATA,
                        party.equals(BANK) ? "\"common\":12600," : "",
                        "ab".repeat(32),
                        party,
                        party.equals(BANK) ? "learner" : "responder");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void both(String caseId, Map<String, Object> bank, Map<String, Object> supplier) {
        complete(caseId, BANK, bank);
        complete(caseId, SUPPLIER, supplier);
    }

    private void complete(String caseId, String party, Map<String, Object> figures) {
        var task = task(caseId, party);
        tasks.lock(task.getId(), "worker-of-" + party, 20_000);
        tasks.complete(task.getId(), "worker-of-" + party, figures);
        jobs.run();
    }

    private void refuse(String caseId, String party, String code, String words) {
        var task = task(caseId, party);
        tasks.lock(task.getId(), "worker-of-" + party, 20_000);
        tasks.handleBpmnError(
                task.getId(), "worker-of-" + party, PrivacyOrderTopic.REFUSED, words, Map.of("reason", code));
        jobs.run();
    }

    private ExternalTask task(String caseId, String party) {
        return tasksOf(caseId, party, PrivacyOrderTopic.NAME).stream()
                .findFirst()
                .orElseThrow();
    }

    /** A job whose run is as large as three ranges. */
    private String ranging() {
        var caseId = requested(form("BANK_LEARNS"));
        approved(caseId, "PRIVACY_ENGINEER", "COMPLIANCE");
        both(caseId, looked(20_000), looked(2_500_000));
        assertThat(state(caseId)).isEqualTo("RUNNING");
        return caseId;
    }

    private void computing(String party, ExternalTask task, long done) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> progress.tell(
                        party,
                        task.getId(),
                        new PartyWork.Report(MatchTestStep.MASKING, done, 1_000_000, 4_711, null)));
    }

    /** The first first. */
    private List<ExternalTask> ranges(String caseId, String party) {
        return tasksOf(caseId, party, PrivacyRangeTopic.NAME).stream()
                .sorted(Comparator.comparing(ExternalTask::getPriority).reversed())
                .toList();
    }

    private List<ExternalTask> tasksOf(String caseId, String party, String topic) {
        return tasks.createExternalTaskQuery().tenantIdIn(party).topicName(topic).list().stream()
                .filter(task ->
                        caseId.equals(engine.getVariable(task.getExecutionId(), PrivacyStepProcess.CASE_ID.name())))
                .toList();
    }

    /** Of the last step. */
    private JsonNode side(String caseId, String party) {
        var all = job("privacy-engineer", caseId).get("steps");
        return all.get(all.size() - 1).get(party.equals(BANK) ? "bank" : "partner");
    }

    private PrivacyOrder order(String caseId) {
        var text = engine.getVariable(task(caseId, BANK).getExecutionId(), PrivacyOrderTopic.ORDER.name());
        return PrivacyOrder.read(String.valueOf(text));
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

    private JsonNode job(String user, String caseId) {
        return api.read(user, "/privacy-jobs/" + caseId).ok();
    }

    private String waits(String caseId) {
        return job("audit", caseId).at("/row/waits/cause").asText();
    }

    private String state(String caseId) {
        return intakes.state(caseId);
    }

    private static List<String> fields(JsonNode problem) {
        return StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("field").asText())
                .toList();
    }

    private List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }
}
