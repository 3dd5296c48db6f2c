package org.sluice.privacy.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;
import static org.sluice.privacy.MatchTestStage.figures;
import static org.sluice.privacy.MatchTestStage.token;
import static org.sluice.privacy.web.WorkerDoor.completion;
import static org.sluice.privacy.web.WorkerDoor.matchTests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.privacy.MatchTestStage;
import org.sluice.privacy.MatchTests;
import org.sluice.privacy.WorkerParties;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.process.privacy.PartyState;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The workers' door over real HTTP: what a worker can do with its own tasks, and that nobody can do anything else. */
@DoorTest
class WorkerDoorTest {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private org.camunda.bpm.engine.ExternalTaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Jobs jobs;

    private MatchTestStage stage;
    private CaseId caseId;
    private UUID job;
    private WorkerDoor bank;
    private WorkerDoor supplier;

    @BeforeEach
    void order() {
        stage = new MatchTestStage(jdbc, tests, parties, engine, tasks, transactions);
        stage.enrol();
        caseId = CaseId.of(intakes.submitted());
        job = stage.order(caseId, "first");
        bank = WorkerDoor.of(port, token(BANK));
        supplier = WorkerDoor.of(port, token(SUPPLIER));
    }

    /** What other tests should not find. */
    @AfterEach
    void clear() {
        stage.clear(caseId);
    }

    @Test
    void stockClientsFetchTheirOwnTaskAndWhatTheyAskForAndNoMore() {
        var seenByBank = new ConcurrentLinkedQueue<ExternalTask>();
        var seenBySupplier = new ConcurrentLinkedQueue<ExternalTask>();
        var bankClient = client(BANK, seenByBank);
        var supplierClient = client(SUPPLIER, seenBySupplier);
        try {
            await().until(() -> {
                jobs.run();
                return tests.result(job).agree();
            });
        } finally {
            bankClient.stop();
            supplierClient.stop();
        }

        assertThat(seenByBank).extracting(ExternalTask::getTenantId).containsExactly(BANK);
        assertThat(seenBySupplier).extracting(ExternalTask::getTenantId).containsExactly(SUPPLIER);
        assertThat(seenByBank.element().getAllVariables())
                .containsOnlyKeys(MatchTestTopic.DATA_SET.name(), MatchTestTopic.ROLE.name())
                .containsEntry(MatchTestTopic.ROLE.name(), MatchTestTopic.LEARNER);
    }

    private ExternalTaskClient client(String party, ConcurrentLinkedQueue<ExternalTask> seen) {
        var client = stock(party);
        client.subscribe(MatchTestTopic.NAME)
                .variables(MatchTestTopic.DATA_SET.name(), MatchTestTopic.ROLE.name(), "caseId")
                .handler((task, service) -> {
                    seen.add(task);
                    service.extendLock(task, 30_000);
                    service.complete(task, figures(party, 20_000, 50_000, 12_600));
                })
                .open();
        return client;
    }

    private ExternalTaskClient stock(String party) {
        return ExternalTaskClient.create()
                .baseUrl("http://127.0.0.1:" + port + "/engine-rest")
                .workerId("worker-of-" + party)
                .asyncResponseTimeout(2000)
                .lockDuration(20_000)
                .addInterceptor(request -> request.addHeader("Authorization", "Bearer " + token(party)))
                .build();
    }

    @Test
    void anotherPartysTaskIsForbiddenWhateverIsTried() {
        var foreign = fetched(supplier, SUPPLIER).get("id").asText();
        var path = "/engine-rest/external-task/" + foreign;

        for (var worker : List.of("worker-of-bank", "worker-of-supplier-a")) {
            for (var verb : List.of("complete", "failure", "bpmnError", "extendLock", "lock", "unlock")) {
                assertThat(bank.post(path + "/" + verb, Map.of("workerId", worker))
                                .status())
                        .as(verb)
                        .isEqualTo(403);
            }
        }
        assertThat(bank.put("/worker/v1/progress/" + foreign, progress("HASHING", 1))
                        .status())
                .isEqualTo(403);
        var untouched = stage.task(job, SUPPLIER);
        assertThat(untouched.getWorkerId()).isEqualTo("worker-of-supplier-a");
        assertThat(untouched.getRetries()).isNull();
        assertThat(tests.result(job).supplier().state()).isEqualTo(PartyState.WAITING);
    }

    @Test
    void fetchThatReachesForOthersGetsNothingOfThem() {
        var reach = new HashMap<>(matchTests(List.of()));
        reach.put("tenantIdIn", List.of(SUPPLIER));
        reach.put("withoutTenantId", true);
        var found = bank.fetch("worker-of-bank", reach);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json()).hasSize(1);
        assertThat(found.json().get(0).get("tenantId").asText()).isEqualTo(BANK);
        assertThat(bank.fetch("worker-of-bank", Map.of("topicName", "other", "lockDuration", 1000))
                        .json())
                .isEmpty();
        assertThat(bank.fetch("worker-of-supplier-a", matchTests(List.of())).status())
                .isEqualTo(400);
    }

    /** Without a tenant a task is everybody's to the engine, so the door must be the one that keeps it. */
    @Test
    void taskOfTheHouseItselfIsNoWorkers() {
        var model = Bpmn.createExecutableProcess("house-task")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("inHouse")
                .camundaExternalTask(MatchTestTopic.NAME)
                .endEvent()
                .done();
        var deployment = repository
                .createDeployment()
                .addModelInstance("house-task.bpmn", model)
                .deploy();
        try {
            var instance = engine.startProcessInstanceByKey("house-task");
            var task = tasks.createExternalTaskQuery()
                    .processInstanceId(instance.getId())
                    .singleResult();

            assertThat(bank.fetch("worker-of-bank", matchTests(List.of())).json())
                    .extracting(each -> each.get("tenantId").asText())
                    .containsExactly(BANK);
            assertThat(bank.post(
                                    "/engine-rest/external-task/" + task.getId() + "/lock",
                                    Map.of("workerId", "worker-of-bank", "lockDuration", 1000))
                            .status())
                    .isEqualTo(403);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void measuresOfARequestAreCapped() {
        var task = bank.fetch(
                        "worker-of-bank", Map.of("topicName", MatchTestTopic.NAME, "lockDuration", Long.MAX_VALUE))
                .json()
                .get(0);

        assertThat(stage.task(job, BANK).getLockExpirationTime())
                .isBefore(Date.from(Instant.now().plusSeconds(310)));
        assertThat(task.get("variables").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(
                        MatchTestTopic.INPUT.stream().map(each -> each.name()).toList());
        assertThat(bank.post("/engine-rest/external-task/fetchAndLock", "x".repeat(70_000))
                        .status())
                .isEqualTo(413);
        assertThat(bank.put("/worker/v1/data-sets", "x".repeat(70_000)).status())
                .isEqualTo(413);
    }

    /** However many connections a worker opens, one fetch of it waits: the newest. */
    @Test
    void oneFetchOfAWorkerWaitsAtATime() {
        fetched(bank, BANK);
        var waiting = CompletableFuture.supplyAsync(() -> waitingFetch(25_000));
        await().until(() -> waitingFetch(50).status() == 200 && waiting.isDone());

        assertThat(waiting.join().status()).isEqualTo(503);
    }

    private WorkerDoor.Answer waitingFetch(long patience) {
        return bank.post(
                "/engine-rest/external-task/fetchAndLock",
                Map.of(
                        "workerId",
                        "worker-of-bank",
                        "maxTasks",
                        1,
                        "asyncResponseTimeout",
                        patience,
                        "topics",
                        List.of(matchTests(List.of()))));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /engine-rest/external-task",
        "GET, /engine-rest/external-task/count",
        "GET, /engine-rest/task",
        "GET, /engine-rest/engine",
        "GET, /engine-rest/process-definition",
        "POST, /engine-rest/engine/default/external-task/fetchAndLock",
        "POST, /engine-rest/deployment/create",
        "POST, /engine-rest/process-definition/key/requirement-intake/start",
        "POST, /engine-rest/message",
        "PUT, /engine-rest/external-task/retries",
        "PUT, /engine-rest/external-task/x/retries",
        "GET, /engine-rest/external-task/x/errorDetails",
        "PUT, /engine-rest/external-task/fetchAndLock",
        "POST, /engine-rest/external-task/x/complete/more",
        "GET, /worker/v1/progress/x",
        "GET, /worker/v1/data-sets",
        "GET, /worker"
    })
    void nothingElseIsOpenToAnybody(String method, String path) {
        var body = method.equals("GET") ? null : "{}";

        assertThat(bank.send(method, path, body).status()).isEqualTo(403);
        assertThat(new WorkerDoor(port, null).send(method, path, body).status()).isEqualTo(401);
        assertThat(person("administrator").send(method, path, body).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/external-task/fetchAndLock",
                "/engine-rest/external-task/x/complete",
                "/engine-rest//external-task/fetchAndLock",
                "/engine-rest/external-task/..;/external-task/fetchAndLock",
                "/engine-rest/external-task;a=b/fetchAndLock"
            })
    void nobodyComesInWithoutTheTokenOfAWorker(String path) {
        var answer = new WorkerDoor(port, null).post(path, "{}");
        assertThat(answer.status()).isIn(400, 401);
        assertThat(person("platform-ops").post(path, "{}").status()).isIn(400, 401);
        assertThat(WorkerDoor.of(port, "wrong").post(path, "{}").status()).isIn(400, 401);
        assertThat(WorkerDoor.of(port, "").post(path, "{}").status()).isIn(400, 401);
    }

    @Test
    void badCredentialsAreAProblem() {
        var answer = WorkerDoor.of(port, "wrong").post("/engine-rest/external-task/fetchAndLock", "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:sluice:problem:workerToken");
    }

    @Test
    void closedWorkerIsNobody() {
        jdbc.sql("update sluice.worker_party set enabled = false where party = ?")
                .param(BANK)
                .update();
        try {
            assertThat(bank.fetch("worker-of-bank", matchTests(List.of())).status())
                    .isEqualTo(401);
        } finally {
            jdbc.sql("update sluice.worker_party set enabled = true where party = ?")
                    .param(BANK)
                    .update();
        }
    }

    @Test
    void tokenOfAWorkerOpensNothingElse() {
        assertThat(bank.send("GET", "/api/v1/tasks", null).status()).isEqualTo(401);
        assertThat(bank.send("GET", "/actuator/env", null).status()).isEqualTo(401);
        assertThat(bank.send("GET", "/incidents", null).status()).isEqualTo(302);
    }

    private WorkerDoor person(String account) {
        var pair = Base64.getEncoder().encodeToString((account + ":demo").getBytes(UTF_8));
        return new WorkerDoor(port, "Basic " + pair);
    }

    @Test
    void requestThatSaysWhatNoWorkerMaySayReachesNoEngine() {
        var path = "/engine-rest/external-task/" + fetched(bank, BANK).get("id").asText();
        var good = completion(BANK, figures(BANK, 20_000, 50_000, 12_600));

        assertThat(bank.post(path + "/complete", Map.of("workerId", "worker-of-bank", "variables", Map.of()))
                        .status())
                .isEqualTo(400);
        assertThat(bank.post(path + "/complete", with(good, "caseId", Map.of("value", "x")))
                        .status())
                .isEqualTo(400);
        assertThat(bank.post(
                                path + "/complete",
                                with(
                                        good,
                                        MatchTestTopic.MATCHED.name(),
                                        Map.of(
                                                "type",
                                                "Object",
                                                "value",
                                                "rO0ABQ==",
                                                "valueInfo",
                                                Map.of("objectTypeName", "java.lang.Object"))))
                        .status())
                .isEqualTo(400);
        assertThat(bank.post(path + "/bpmnError", Map.of("workerId", "worker-of-bank", "errorCode", "other"))
                        .status())
                .isEqualTo(400);
        assertThat(bank.post(path + "/failure", Map.of("workerId", "worker-of-bank", "retries", -1, "retryTimeout", 0))
                        .status())
                .isEqualTo(400);
        assertThat(bank.post(path + "/complete", "{").status()).isEqualTo(400);
        assertThat(tests.result(job).bank().state()).isEqualTo(PartyState.WAITING);
        assertThat(bank.post(path + "/complete", good).status()).isEqualTo(204);
    }

    private static Map<String, Object> with(Map<String, Object> completion, String name, Object value) {
        var variables = new HashMap<String, Object>();
        ((Map<?, ?>) completion.get("variables")).forEach((key, each) -> variables.put((String) key, each));
        variables.put(name, value);
        return Map.of("workerId", completion.get("workerId"), "variables", variables);
    }

    @Test
    void cancelledTaskIsGone() {
        var task = fetched(bank, BANK).get("id").asText();
        clear();

        assertThat(bank.post(
                                "/engine-rest/external-task/" + task + "/complete",
                                completion(BANK, figures(BANK, 20_000, 50_000, 12_600)))
                        .status())
                .isEqualTo(404);
        assertThat(bank.post(
                                "/engine-rest/external-task/" + task + "/extendLock",
                                Map.of("workerId", "worker-of-bank", "newDuration", 1000))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void stockClientHearsForbiddenAndGone() {
        var service = new ConcurrentLinkedQueue<ExternalTaskService>();
        var client = stock(BANK);
        client.subscribe(MatchTestTopic.NAME)
                .handler((task, tools) -> service.add(tools))
                .open();
        try {
            await().until(() -> !service.isEmpty());
        } finally {
            client.stop();
        }
        var foreign = stage.task(job, SUPPLIER).getId();

        assertThatThrownBy(() -> service.element().complete(foreign, null, null))
                .isInstanceOf(ExternalTaskClientException.class)
                .isNotInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.element()
                        .complete(UUID.randomUUID().toString(), figures(BANK, 20_000, 50_000, 12_600), null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void progressIsKeptOnceASecondAndEveryStep() {
        var task = fetched(bank, BANK).get("id").asText();

        assertThat(bank.put("/worker/v1/progress/" + task, progress("HASHING", 100))
                        .status())
                .isEqualTo(204);
        assertThat(bank.put("/worker/v1/progress/" + task, progress("HASHING", 200))
                        .status())
                .isEqualTo(204);
        assertThat(stored("step_done")).isEqualTo(100L);
        assertThat(tests.result(job).bank().state()).isEqualTo(PartyState.RUNNING);
        assertThat(tests.result(job).state()).isEqualTo(MatchTestState.RUNNING);
        assertThat(bank.put("/worker/v1/progress/" + task, progress("MASKING", 300))
                        .status())
                .isEqualTo(204);
        assertThat(stored("step_done")).isEqualTo(300L);

        var waits = new HashMap<>(progress("WAITING", 0));
        waits.put("zh", "对方没有应答。");
        waits.put("en", "The peer does not answer.");
        assertThat(bank.put("/worker/v1/progress/" + task, waits).status()).isEqualTo(204);
        assertThat(tests.result(job).bank().says().en()).isEqualTo("The peer does not answer.");
        assertThat(tests.result(job).bank().state()).isEqualTo(PartyState.WAITING);
    }

    @Test
    void progressThatIsNonsenseIsRefused() {
        var path = "/worker/v1/progress/" + fetched(bank, BANK).get("id").asText();
        var words = new HashMap<>(progress("HASHING", 1));
        words.put("zh", "字");
        words.put("en", "word");
        var half = new HashMap<>(progress("WAITING", 1));
        half.put("en", "word");

        assertThat(bank.put(path, progress("RESTING", 1)).status()).isEqualTo(422);
        assertThat(bank.put(path, progress("HASHING", 20_001)).status()).isEqualTo(422);
        assertThat(bank.put(path, progress("HASHING", -1)).status()).isEqualTo(422);
        assertThat(bank.put(path, Map.of()).status()).isEqualTo(422);
        assertThat(bank.put(path, words).status()).isEqualTo(422);
        assertThat(bank.put(path, half).status()).isEqualTo(422);
        assertThat(bank.put("/worker/v1/progress/" + UUID.randomUUID(), progress("HASHING", 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void progressOfWhatHasEndedIsNotFound() {
        var task = fetched(bank, BANK).get("id").asText();
        bank.post(
                "/engine-rest/external-task/" + task + "/complete",
                completion(BANK, figures(BANK, 20_000, 50_000, 12_600)));
        jobs.run();

        assertThat(bank.put("/worker/v1/progress/" + task, progress("HASHING", 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void workerSaysWhatItHolds() {
        var kept = Map.of("handle", MatchTestStage.BANK_DATA, "name", "companies", "rows", 20_000);
        var added = Map.of("handle", "firms@" + "3".repeat(64), "name", "firms", "rows", 7);

        assertThat(bank.put("/worker/v1/data-sets", List.of(kept, added)).status())
                .isEqualTo(204);
        assertThat(tests.dataSets(BANK)).extracting("name").containsExactly("companies", "firms");
        assertThat(bank.put("/worker/v1/data-sets", List.of(Map.of("handle", "firms", "name", "firms", "rows", 7)))
                        .status())
                .isEqualTo(422);
        assertThat(bank.put("/worker/v1/data-sets", List.of(kept, kept)).status())
                .isEqualTo(422);
        assertThat(bank.put("/worker/v1/data-sets", List.of(kept)).status()).isEqualTo(204);
        assertThat(tests.dataSets(BANK)).extracting("name").containsExactly("companies");
        assertThat(jdbc.sql("select seen_at is not null from sluice.worker_party where party = ?")
                        .param(BANK)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void furtherWorkerFetchesOnceItHasSaidWhereItIsReached() {
        var further = "worker-of-bank@127.0.0.1:9443";
        assertThat(bank.fetch(further, matchTests(List.of())).status()).isEqualTo(400);
        assertThat(bank.put("/worker/v1/address", Map.of("address", "127.0.0.1:9443"))
                        .status())
                .isEqualTo(204);

        assertThat(bank.fetch(further, matchTests(List.of())).status()).isEqualTo(200);
        assertThat(supplier.fetch("worker-of-" + SUPPLIER + "@127.0.0.1:9443", matchTests(List.of()))
                        .status())
                .isEqualTo(400);
        assertThat(bank.fetch("worker-of-bank@elsewhere", matchTests(List.of())).status())
                .isEqualTo(400);
        assertThat(parties.addresses(BANK)).contains("127.0.0.1:9443");
        for (var nonsense : List.of(
                "here", "127.0.0.1", "a b:1", "a,b:1", "x".repeat(300) + ":1", "127.0.0.1:65536", "10.0.0.7:22")) {
            assertThat(bank.put("/worker/v1/address", Map.of("address", nonsense))
                            .status())
                    .as(nonsense)
                    .isEqualTo(422);
        }
        assertThat(bank.put("/worker/v1/address", Map.of()).status()).isEqualTo(422);
    }

    /** Else a supplier could have the bank's worker call where it likes. */
    @Test
    void furtherWorkerIsOnAHostThatTheHouseHasWrittenDown() {
        var elsewhere = Map.of("address", "10.0.0.7:9443");
        assertThat(supplier.put("/worker/v1/address", elsewhere).status()).isEqualTo(422);
        jdbc.sql("update sluice.worker_party set further_hosts = '{10.0.0.7}' where party = ?")
                .param(SUPPLIER)
                .update();
        try {
            assertThat(supplier.put("/worker/v1/address", elsewhere).status()).isEqualTo(204);
            assertThat(bank.put("/worker/v1/address", elsewhere).status()).isEqualTo(422);
        } finally {
            jdbc.sql("update sluice.worker_party set further_hosts = '{}'").update();
            jdbc.sql("delete from sluice.worker_address").update();
        }
    }

    @Test
    void workerSaysWhatTheLineToAPeerCarries() {
        assertThat(bank.put("/worker/v1/line", Map.of("peer", SUPPLIER, "megabits", 843.2))
                        .status())
                .isEqualTo(204);
        assertThat(bank.put("/worker/v1/line", Map.of("peer", SUPPLIER, "megabits", 1_512))
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("select megabits from sluice.party_line where party = ? and peer = ?")
                        .params(BANK, SUPPLIER)
                        .query(Double.class)
                        .list())
                .containsExactly(1_512.0);
        for (var wrong : List.of(
                Map.of("peer", BANK, "megabits", 1),
                Map.of("peer", "nobody", "megabits", 1),
                Map.of("peer", SUPPLIER, "megabits", 0),
                Map.of("peer", SUPPLIER, "megabits", -3),
                Map.of("peer", SUPPLIER, "megabits", 1e30),
                Map.of("peer", SUPPLIER))) {
            assertThat(bank.put("/worker/v1/line", wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        jdbc.sql("delete from sluice.party_line").update();
    }

    /** Each may keep a fetch waiting: a party has a few of them, and who is silent makes room. */
    @Test
    void partyHasNoMoreFurtherWorkersThanItMay() {
        jdbc.sql("delete from sluice.worker_address").update();
        for (var port = 1; port <= 14; port++) {
            assertThat(bank.put("/worker/v1/address", Map.of("address", "127.0.0.1:" + (9600 + port)))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(bank.put("/worker/v1/address", Map.of("address", "127.0.0.1:9615"))
                        .status())
                .isEqualTo(422);
        assertThat(bank.put("/worker/v1/address", Map.of("address", "127.0.0.1:9603"))
                        .status())
                .isEqualTo(204);
        jdbc.sql(
                        "update sluice.worker_address set seen_at = seen_at - interval '3 minutes' where address = '127.0.0.1:9607'")
                .update();

        assertThat(parties.addresses(BANK)).doesNotContain("127.0.0.1:9607").contains("127.0.0.1:9608");
        assertThat(bank.put("/worker/v1/address", Map.of("address", "127.0.0.1:9615"))
                        .status())
                .isEqualTo(204);
        jdbc.sql("delete from sluice.worker_address").update();
    }

    private JsonNode fetched(WorkerDoor door, String party) {
        var found = door.fetch("worker-of-" + party, matchTests(List.of()));
        assertThat(found.status()).as(found.json().toString()).isEqualTo(200);
        assertThat(found.json()).hasSize(1);
        return found.json().get(0);
    }

    private static Map<String, Object> progress(String step, long done) {
        return Map.of("step", step, "done", done, "total", 20_000, "bytes", 4567);
    }

    private Long stored(String column) {
        return jdbc.sql("select " + column + " from sluice.match_test_party where job = ? and party = ?")
                .params(job, BANK)
                .query(Long.class)
                .single();
    }
}
