package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.sluice.privacy.MatchTestStage;
import org.sluice.privacy.MatchTests;
import org.sluice.privacy.WorkerParties;
import org.sluice.process.CaseId;
import org.sluice.process.admission.DataAdmissionProcess;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.support.Api;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A product's admission for tests: a product of its own, the people's steps over the API, and both workers' answers. */
class ProductAdmissions {

    static final String DOSSIER = DataAdmissionProcess.Task.FILE_PRODUCT_DOSSIER;
    static final String FINDING = DataAdmissionProcess.Task.SETTLE_PRODUCT_FINDING;
    static final String PAPERS = DataAdmissionProcess.Task.FILE_TEST_PAPERS;
    static final String ARRANGE = DataAdmissionProcess.Task.ARRANGE_TEST;
    static final String REPORT = DataAdmissionProcess.Task.REPORT_SAMPLE_TEST;
    static final String VOTE = DataAdmissionProcess.Task.VOTE_ON_PRODUCT;

    private final JdbcClient jdbc;
    private final Admissions admissions;
    private final MatchTests tests;
    private final Flow flow;
    private final Api api;
    private final Intakes intakes;
    private final Jobs jobs;
    private final HistoryService history;
    private final ExternalTaskService tasks;
    private final MatchTestStage stage;
    private final TransactionTemplate transaction;

    ProductAdmissions(
            JdbcClient jdbc,
            Admissions admissions,
            MatchTests tests,
            WorkerParties parties,
            Flow flow,
            Api api,
            Intakes intakes,
            Jobs jobs,
            RuntimeService engine,
            HistoryService history,
            ExternalTaskService tasks,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.admissions = admissions;
        this.tests = tests;
        this.flow = flow;
        this.api = api;
        this.intakes = intakes;
        this.jobs = jobs;
        this.history = history;
        this.tasks = tasks;
        this.stage = new MatchTestStage(jdbc, tests, parties, engine, tasks, transactions);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One admission that a test leads. */
    final class Story {

        final CaseId caseId;
        final UUID product;

        Story(CaseId caseId, UUID product) {
            this.caseId = caseId;
            this.product = product;
        }

        /** The open tasks of this process, whoever's they are. */
        List<JsonNode> open() {
            var open = api.read("audit", "/cases/" + caseId).ok().get("openTasks");
            return StreamSupport.stream(open.spliterator(), false)
                    .filter(task -> !task.get("key").asText().equals("confirmNeed"))
                    .toList();
        }

        List<String> openKeys() {
            return open().stream().map(task -> task.get("key").asText()).toList();
        }

        /** Where the diagram of the admission has its tokens. */
        List<String> waitsAt() {
            var drawn = api.read("audit", "/cases/" + caseId).ok().get("processes");
            return StreamSupport.stream(drawn.spliterator(), false)
                    .filter(each -> each.get("processKey").asText().equals(DataAdmissionProcess.KEY))
                    .flatMap(each -> StreamSupport.stream(each.get("waitsAt").spliterator(), false))
                    .map(JsonNode::asText)
                    .toList();
        }

        JsonNode task(String key) {
            var found = open().stream()
                    .filter(task -> task.get("key").asText().equals(key))
                    .toList();
            assertThat(found).as("%s among %s", key, openKeys()).isNotEmpty();
            return found.get(0);
        }

        /** As this person sees it, with its example and its choices. */
        JsonNode seen(String user, String key) {
            var seen = api.read(user, "/tasks?caseId=" + caseId).ok().get("items");
            return StreamSupport.stream(seen.spliterator(), false)
                    .filter(task -> task.get("key").asText().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(user + " does not see " + key));
        }

        ObjectNode example(String user, String key) {
            return seen(user, key).get("example").deepCopy();
        }

        Api.Answer complete(String user, String key, Object body) {
            var answer = api.write(user, "/tasks/" + task(key).get("id").asText() + "/complete", body);
            jobs.run();
            return answer;
        }

        void lead(String user, String key) {
            complete(user, key, example(user, key)).ok();
        }

        /** Answers every review that is asked now, each by a person of its role. */
        void settleAll(Object answer) {
            for (var task : open()) {
                if (task.get("key").asText().equals(FINDING)) {
                    var role = task.get("candidateGroup").asText();
                    var user = role.toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                            + (role.equals("DATA_STEWARD") ? "-2" : "");
                    api.write(user, "/tasks/" + task.get("id").asText() + "/complete", answer)
                            .ok();
                    jobs.run();
                }
            }
        }

        void vote(String user, boolean inFavour) {
            complete(user, VOTE, Map.of("inFavour", inFavour, "comment", "as discussed"))
                    .ok();
        }

        /** From the dossier to the test, with whatever the example leaves to be settled accepted. */
        void leadToTest() {
            lead("data-steward", DOSSIER);
            settleAll(Map.of("answer", "ACCEPT", "comment", "on file"));
            lead("compliance", PAPERS);
        }

        UUID job() {
            return jdbc.sql("""
                            select t.job from sluice.product_test t join sluice.admission a on a.id = t.admission
                            where a.case_id = ? order by t.attempt desc limit 1
                            """).param(caseId.value()).query(UUID.class).single();
        }

        /** Both workers report that so many of the bank's 20,000 are known to the supplier. */
        void match(long matched) {
            done(MatchTestStage.BANK, matched);
            done(MatchTestStage.SUPPLIER, matched);
        }

        void done(String party, long matched) {
            var task = lock(party);
            tasks.complete(task, "worker-of-" + party, MatchTestStage.figures(party, 20_000, 50_000, matched));
            jobs.run();
        }

        void refuse(String party, String code, String words) {
            var task = lock(party);
            tasks.handleBpmnError(
                    task,
                    "worker-of-" + party,
                    MatchTestTopic.REFUSED,
                    words,
                    Map.of(MatchTestTopic.REASON.name(), code));
            jobs.run();
        }

        /** The worker has no retry left. */
        void giveUp(String party, String words) {
            tasks.handleFailure(lock(party), "worker-of-" + party, words, "", 0, 0);
            jobs.run();
        }

        private String lock(String party) {
            var task = stage.task(job(), party).getId();
            tasks.lock(task, "worker-of-" + party, 20_000);
            return task;
        }

        /** The end event of the admission's process. */
        List<String> ends() {
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

        List<String> passed() {
            return instances().stream()
                    .flatMap(instance ->
                            history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream())
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
        }

        Object flag(String name) {
            return history.createHistoricVariableInstanceQuery()
                    .processInstanceId(instances().get(0))
                    .variableName(name)
                    .singleResult()
                    .getValue();
        }

        private List<String> instances() {
            return history
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(DataAdmissionProcess.KEY)
                    .processInstanceBusinessKey(caseId.toString())
                    .list()
                    .stream()
                    .map(each -> each.getId())
                    .toList();
        }

        Map<String, Object> row() {
            return jdbc.sql("select * from sluice.data_product where id = ?")
                    .param(product)
                    .query()
                    .singleRow();
        }

        Map<String, Object> admission() {
            return jdbc.sql("select * from sluice.admission where case_id = ? order by opened_at desc limit 1")
                    .param(caseId.value())
                    .query()
                    .singleRow();
        }

        /** As people read it. */
        JsonNode card() {
            return api.read("audit", "/cases/" + caseId + "/admissions").ok().get(0);
        }

        /** Of the last round. */
        JsonNode finding(String rule) {
            return StreamSupport.stream(card().get("findings").spliterator(), false)
                    .filter(each -> each.get("rule").asText().equals(rule))
                    .reduce((first, last) -> last)
                    .orElseThrow();
        }

        List<String> actions() {
            return jdbc.sql("select action from sluice.audit_event where case_id = ? order by id")
                    .param(caseId.value())
                    .query(String.class)
                    .list();
        }

        void cancel() {
            transaction.executeWithoutResult(status -> admissions.cancel(caseId));
        }
    }

    /** A draft of a supplier with a worker. */
    Story withWorker() {
        stage.enrol();
        return begin("TAX", stage.supplier());
    }

    /** A draft of a supplier without one. */
    Story withoutWorker() {
        return begin("TAX", other());
    }

    /** Of a supplier with a worker, once listed and now no more. */
    Story retired() {
        stage.enrol();
        return begin("TAX", stage.supplier(), "RETIRED");
    }

    /** A supplier that never has a worker. */
    UUID other() {
        return jdbc.sql("""
                        select id from sluice.supplier s where supplier_type = (select supplier_type from sluice.supplier
                          order by code limit 1) and not exists (select 1 from sluice.party p where p.supplier = s.id)
                        and code > 'SUP-00100' order by code limit 1
                        """).query(UUID.class).single();
    }

    Story begin(String dataClass, UUID supplier) {
        return begin(dataClass, supplier, "DRAFT");
    }

    private Story begin(String dataClass, UUID supplier, String state) {
        var unique = "f" + UUID.randomUUID().toString().replace("-", "");
        var fields = List.of(unique + "a", unique + "b");
        var product = product(dataClass, supplier, state, fields);
        var form = intakes.form("HO");
        Intakes.fields(form, fields.toArray(String[]::new));
        var caseId = CaseId.of(intakes.submit("business-requester", form));
        transaction.executeWithoutResult(status -> {
            admissions.openProduct(caseId, product);
            flow.start(DataAdmissionProcess.KEY, caseId, Flags.of(DataAdmissionProcess.CASE_ID, caseId));
        });
        jobs.run();
        return new Story(caseId, product);
    }

    private UUID product(String dataClass, UUID supplier, String state, List<String> fields) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sluice.data_product (id, code, name_zh, name_en, summary_zh, summary_en, data_class,
                            supplier, state, interface_form, subject_type, fields, regions, jr_level, contains_pi,
                            update_frequency, pricing, unit_price, reuse_allowed)
                        values (?, ?, '测试产品', 'Test product', '测试', 'Test', ?, ?, ?, 'BATCH_FILE', 'ENTERPRISE', ?,
                            '{}', 3, false, 'MONTHLY', 'PER_CALL', 2, true)
                        """)
                .params(
                        id,
                        "DP-T" + id.toString().substring(0, 8),
                        dataClass,
                        supplier,
                        state,
                        new ArrayList<>(fields).toArray(String[]::new))
                .update();
        return id;
    }
}
