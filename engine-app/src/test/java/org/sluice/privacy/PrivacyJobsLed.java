package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sluice.access.UsedProducts;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStepProcess;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.support.Purchases;
import org.sluice.ui.operations.IncidentDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Privacy jobs that tests lead from step to step; the parties' workers answer by hand. */
abstract class PrivacyJobsLed {

    static final String REQUESTER = "business-requester";

    static final long OVERLAP = 12_600;

    @Autowired
    Api api;

    @Autowired
    Intakes intakes;

    @Autowired
    Purchases purchases;

    @Autowired
    Jobs jobs;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MatchTests tests;

    @Autowired
    WorkerParties parties;

    @Autowired
    RuntimeService engine;

    @Autowired
    ExternalTaskService tasks;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    IncidentDesk incidents;

    @Autowired
    Clock clock;

    @Autowired
    PartyProgress progress;

    MatchTestStage stage;

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

    static Map<String, Object> form(String output) {
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

    String sent(Map<String, Object> form) {
        return api.write(REQUESTER, "/privacy-jobs", form).ok().get("caseId").asText();
    }

    String requested(Map<String, Object> form) {
        var caseId = sent(form);
        jobs.run();
        return caseId;
    }

    void approved(String caseId, String... roles) {
        for (var role : roles) {
            assertThat(intakes.task(caseId).get("candidateGroup").asText()).isEqualTo(role);
            intakes.lead(caseId);
        }
    }

    static Map<String, Object> looked(long size) {
        return Map.of("ownSize", size, "expectedSeconds", 1.5, "expectedMebibytes", 96L);
    }

    static Map<String, Object> ran(String party, Long matched, String receipt) {
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
    String receipt(String caseId, String party, int learnerSize) {
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

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void both(String caseId, Map<String, Object> bank, Map<String, Object> supplier) {
        complete(caseId, BANK, bank);
        complete(caseId, SUPPLIER, supplier);
    }

    void complete(String caseId, String party, Map<String, Object> figures) {
        var task = task(caseId, party);
        tasks.lock(task.getId(), "worker-of-" + party, 20_000);
        tasks.complete(task.getId(), "worker-of-" + party, figures);
        jobs.run();
    }

    void refuse(String caseId, String party, String code, String words) {
        var task = task(caseId, party);
        tasks.lock(task.getId(), "worker-of-" + party, 20_000);
        tasks.handleBpmnError(
                task.getId(), "worker-of-" + party, PrivacyOrderTopic.REFUSED, words, Map.of("reason", code));
        jobs.run();
    }

    ExternalTask task(String caseId, String party) {
        return tasksOf(caseId, party, PrivacyOrderTopic.NAME).stream()
                .findFirst()
                .orElseThrow();
    }

    /** A job whose run is as large as three ranges. */
    String ranging() {
        var caseId = requested(form("BANK_LEARNS"));
        approved(caseId, "PRIVACY_ENGINEER", "COMPLIANCE");
        both(caseId, looked(20_000), looked(2_500_000));
        assertThat(state(caseId)).isEqualTo("RUNNING");
        return caseId;
    }

    void computing(String party, ExternalTask task, long done) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> progress.tell(
                        party,
                        task.getId(),
                        new PartyWork.Report(MatchTestStep.MASKING, done, 1_000_000, 4_711, null)));
    }

    /** The first first. */
    List<ExternalTask> ranges(String caseId, String party) {
        return tasksOf(caseId, party, PrivacyRangeTopic.NAME).stream()
                .sorted(Comparator.comparing(ExternalTask::getPriority).reversed())
                .toList();
    }

    List<ExternalTask> tasksOf(String caseId, String party, String topic) {
        return tasks.createExternalTaskQuery().tenantIdIn(party).topicName(topic).list().stream()
                .filter(task ->
                        caseId.equals(engine.getVariable(task.getExecutionId(), PrivacyStepProcess.CASE_ID.name())))
                .toList();
    }

    /** Of the last step. */
    JsonNode side(String caseId, String party) {
        var all = job("privacy-engineer", caseId).get("steps");
        return all.get(all.size() - 1).get(party.equals(BANK) ? "bank" : "partner");
    }

    PrivacyOrder order(String caseId) {
        var text = engine.getVariable(task(caseId, BANK).getExecutionId(), PrivacyOrderTopic.ORDER.name());
        return PrivacyOrder.read(String.valueOf(text));
    }

    JsonNode job(String user, String caseId) {
        return api.read(user, "/privacy-jobs/" + caseId).ok();
    }

    String waits(String caseId) {
        return job("audit", caseId).at("/row/waits/cause").asText();
    }

    String state(String caseId) {
        return intakes.state(caseId);
    }

    List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid order by id")
                .param(caseId)
                .query(String.class)
                .list();
    }
}
