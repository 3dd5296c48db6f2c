package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.BANK_DATA;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;
import static org.sluice.privacy.MatchTestStage.SUPPLIER_DATA;
import static org.sluice.privacy.MatchTestStage.figures;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyJobPartyProcess;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every end and every boundary event of {@code privacy-job-party}, and what the two parts come to together. */
@HouseTest
class PrivacyJobPartyPathsTest {

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ExternalTaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    @Autowired
    private IncidentDesk incidents;

    @Autowired
    private People people;

    private MatchTestStage stage;
    private CaseId caseId;
    private UUID job;

    @BeforeEach
    void order() {
        stage = new MatchTestStage(jdbc, tests, parties, engine, tasks, transactions);
        stage.enrol();
        caseId = CaseId.of(intakes.submitted());
        job = stage.order(caseId, "first");
    }

    @Test
    void waitsForTheWorkerWithWhatItNeedsAndNothingElse() {
        var task = stage.task(job, BANK);
        var variables = engine.getVariables(task.getExecutionId());

        assertThat(task.getActivityId()).isEqualTo("runMatchTest");
        assertThat(task.getTenantId()).isEqualTo(BANK);
        assertThat(variables)
                .containsEntry(MatchTestTopic.PARTY.name(), BANK)
                .containsEntry(MatchTestTopic.PEER_PARTY.name(), SUPPLIER)
                .containsEntry(MatchTestTopic.PEER_ADDRESS.name(), "127.0.0.1:9442")
                .containsEntry(MatchTestTopic.DATA_SET.name(), BANK_DATA)
                .containsEntry(MatchTestTopic.ROLE.name(), MatchTestTopic.LEARNER)
                .containsEntry(MatchTestTopic.LEAST_SET.name(), 1000L);
        assertThat(variables.keySet())
                .containsAll(
                        MatchTestTopic.INPUT.stream().map(each -> each.name()).toList())
                .hasSize(MatchTestTopic.INPUT.size() + 1);
        assertThat(tests.result(job).state()).isEqualTo(MatchTestState.ORDERED);
    }

    @Test
    void bothDoneAndAlikeIsAResult() {
        complete(BANK, figures(BANK, 20_000, 50_000, 12_600));
        assertThat(tests.result(job).state()).isEqualTo(MatchTestState.RUNNING);
        complete(SUPPLIER, figures(SUPPLIER, 20_000, 50_000, 12_600));

        var result = tests.result(job);
        assertThat(result.agree()).isTrue();
        assertThat(result.bank().figures()).isNotNull().satisfies(figures -> {
            assertThat(figures.matched()).isEqualTo(12_600);
            assertThat(figures.matchRate()).isEqualTo(0.63);
        });
        assertThat(ends()).containsExactly("done", "done");
        assertThat(completed()).containsExactly(true, true);
        assertThat(actions()).containsSequence("matchTest.partyDone", "matchTest.partyDone");
    }

    @Test
    void whatAPartySignedIsKeptAsItCame() {
        var signed = new HashMap<>(figures(BANK, 20_000, 50_000, 12_600));
        signed.put(MatchTestTopic.RECEIPT.name(), "{\"receipt\":{}}");
        complete(BANK, signed);
        complete(SUPPLIER, figures(SUPPLIER, 20_000, 50_000, 12_600));

        assertThat(jdbc.sql("select party, receipt from sluice.match_test_party where job = ? and receipt is not null")
                        .param(job)
                        .query((row, n) -> row.getString("party") + " " + row.getString("receipt"))
                        .list())
                .containsExactly(BANK + " {\"receipt\":{}}");
    }

    @Test
    void refusalOfOneIsTheEndOfBoth() {
        refuse(SUPPLIER, "set-too-small", "[set-too-small] 数据集太小。 / The data set is too small.");
        refuse(BANK, "peer-refused", "[peer-refused] 对方拒绝。 / The peer has refused.");

        var result = tests.result(job);
        assertThat(result.state()).isEqualTo(MatchTestState.REFUSED);
        assertThat(result.supplier().refusal()).isEqualTo("set-too-small");
        assertThat(result.supplier().says().en()).isEqualTo("The data set is too small.");
        assertThat(result.supplier().says().zh()).isEqualTo("数据集太小。");
        assertThat(ends()).containsExactly("refused", "refused");
        assertThat(completed()).containsExactly(false, false);
        assertThat(actions()).contains("matchTest.refused");
    }

    @Test
    void answersThatDifferAreNoResult() {
        complete(BANK, figures(BANK, 20_000, 50_000, 12_600));
        complete(SUPPLIER, figures(SUPPLIER, 20_000, 50_000, 12_601));

        var result = tests.result(job);
        assertThat(result.state()).isEqualTo(MatchTestState.FAILED);
        assertThat(result.agree()).isFalse();
        assertThat(result.disagreement()).isEqualTo(Disagreement.MATCHES_DIFFER.words());
        assertThat(actions()).contains("matchTest.failed");
    }

    @Test
    void transcriptsThatDifferAreNoResult() {
        var other = new HashMap<>(figures(SUPPLIER, 20_000, 50_000, 12_600));
        other.put(MatchTestTopic.TRANSCRIPT_HASH.name(), "cd".repeat(32));
        complete(BANK, figures(BANK, 20_000, 50_000, 12_600));
        complete(SUPPLIER, other);

        assertThat(tests.result(job).disagreement()).isEqualTo(Disagreement.TRANSCRIPTS_DIFFER.words());
    }

    @Test
    void numbersThatNoSetsHaveAreNoResult() {
        complete(BANK, figures(BANK, 20_000, 50_000, 30_000));
        complete(SUPPLIER, figures(SUPPLIER, 20_000, 50_000, 30_000));

        assertThat(tests.result(job).disagreement()).isEqualTo(Disagreement.NUMBERS_IMPOSSIBLE.words());
    }

    @Test
    void workerThatWaitsSaysWhyAndLosesNothing() {
        lock(BANK);
        tasks.handleFailure(
                stage.task(job, BANK).getId(),
                "worker-of-bank",
                "[peer-away] 对方没有应答。 / The peer does not answer.",
                "",
                3,
                15_000);

        assertThat(tests.result(job).bank().state()).isEqualTo(PartyState.WAITING);
        assertThat(tests.result(job).bank().says().en()).isEqualTo("The peer does not answer.");
        assertThat(engine.createIncidentQuery()
                        .processInstanceId(stage.task(job, BANK).getProcessInstanceId())
                        .count())
                .isZero();
    }

    @Test
    void workerThatGivesUpStandsBeforeTheOperatorWhoHasItTriedAgain() {
        lock(SUPPLIER);
        var task = stage.task(job, SUPPLIER);
        tasks.handleFailure(task.getId(), "worker-of-supplier-a", "[peer-misbehaved] 不符合协议。 / No protocol.", "", 0, 0);
        assertThat(tests.result(job).supplier().state()).isEqualTo(PartyState.FAILED);
        assertThat(actions()).containsOnlyOnce("matchTest.failed");
        jdbc.sql("update sluice.match_test set deadline = deadline - interval '90 days' where job = ?")
                .param(job)
                .update();
        var before = engine.getVariable(task.getExecutionId(), MatchTestTopic.DEADLINE.name());
        var bank = stage.task(job, BANK);

        var row = people.as("platform-ops", () -> incidents.page(0, 100).items().stream()
                .filter(incident -> caseId.equals(incident.caseId()))
                .findFirst()
                .orElseThrow());
        assertThat(row.element()).isEqualTo("runMatchTest");
        assertThat(row.message()).isEqualTo(new LocalText("不符合协议。", "No protocol."));
        assertThat(row.retryable()).isTrue();
        people.does("platform-ops", () -> incidents.retry(row.id()));

        assertThat(tests.result(job).supplier().state()).isEqualTo(PartyState.WAITING);
        assertThat(stage.task(job, SUPPLIER).getRetries()).isEqualTo(3);
        assertThat((Date) engine.getVariable(task.getExecutionId(), MatchTestTopic.DEADLINE.name()))
                .isAfter((Date) before);
        assertThat(engine.getVariable(bank.getExecutionId(), MatchTestTopic.DEADLINE.name()))
                .as("both wait as long")
                .isEqualTo(engine.getVariable(task.getExecutionId(), MatchTestTopic.DEADLINE.name()));
        assertThat(jdbc.sql("select deadline > now() from sluice.match_test where job = ?")
                        .param(job)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        complete(SUPPLIER, figures(SUPPLIER, 20_000, 50_000, 12_600));
        complete(BANK, figures(BANK, 20_000, 50_000, 12_600));
        assertThat(tests.result(job).agree()).isTrue();
    }

    @Test
    void sameAttemptIsOrderedOnce() {
        var again = new TransactionTemplate(transactions)
                .execute(status -> tests.order(caseId, "first", SUPPLIER, BANK_DATA, SUPPLIER_DATA));

        assertThat(again).isEqualTo(job);
        assertThat(actions()).containsOnlyOnce("matchTest.ordered");
    }

    @Test
    void dataSetThatNobodyHoldsIsNamed() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .execute(status -> tests.order(caseId, "second", SUPPLIER, "gone@1", SUPPLIER_DATA)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.field()).isEqualTo("bankDataSet")));
    }

    @Test
    void caseThatIsTakenBackCancelsWhatIsOpen() {
        complete(BANK, figures(BANK, 20_000, 50_000, 12_600));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            tests.cancel(caseId);
            tests.cancel(caseId);
        });

        var result = tests.result(job);
        assertThat(result.state()).isEqualTo(MatchTestState.CANCELLED);
        assertThat(result.bank().state()).isEqualTo(PartyState.DONE);
        assertThat(result.supplier().state()).isEqualTo(PartyState.CANCELLED);
        assertThat(actions()).containsOnlyOnce("matchTest.cancelled");
    }

    @Test
    void supplierWithAnEnabledWorkerIsAParty() {
        assertThat(tests.partyOf(stage.supplier())).contains(SUPPLIER);
        assertThat(tests.partyOf(UUID.randomUUID())).isEmpty();
        assertThat(tests.bankParty()).contains(BANK);
        assertThat(tests.dataSets(SUPPLIER)).extracting(DataSetChoice::handle).containsExactly(SUPPLIER_DATA);
    }

    private void lock(String party) {
        tasks.lock(stage.task(job, party).getId(), "worker-of-" + party, 20_000);
    }

    private void complete(String party, Map<String, Object> figures) {
        lock(party);
        tasks.complete(stage.task(job, party).getId(), "worker-of-" + party, figures);
        jobs.run();
    }

    private void refuse(String party, String code, String words) {
        lock(party);
        tasks.handleBpmnError(
                stage.task(job, party).getId(),
                "worker-of-" + party,
                MatchTestTopic.REFUSED,
                words,
                Map.of(MatchTestTopic.REASON.name(), code));
        jobs.run();
    }

    private List<String> ends() {
        return instances().stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private List<Object> completed() {
        return instances().stream()
                .flatMap(instance -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .variableName(PrivacyJobPartyProcess.COMPLETED.name())
                        .list()
                        .stream())
                .map(HistoricVariableInstance::getValue)
                .toList();
    }

    private List<String> instances() {
        return jdbc.sql("select process_instance from sluice.match_test_party where job = ?")
                .param(job)
                .query(String.class)
                .list();
    }

    private List<String> actions() {
        return jdbc.sql("select action from sluice.audit_event where case_id = ? order by id")
                .param(caseId.value())
                .query(String.class)
                .list();
    }
}
