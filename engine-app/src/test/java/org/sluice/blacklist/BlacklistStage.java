package org.sluice.blacklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries about suppliers of the demo; afterwards the suppliers are what they were, for the other tests. */
abstract class BlacklistStage {

    private static int taken;

    private final Map<UUID, String> before = new HashMap<>();

    @Autowired
    protected Api api;

    @Autowired
    protected Intakes intakes;

    @Autowired
    protected Jobs jobs;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected Clock clock;

    @Autowired
    protected RuntimeService engine;

    @AfterEach
    void theSuppliersAsTheyWere() {
        before.forEach((id, state) -> {
            jdbc.sql("delete from sluice.supplier_bar where supplier = ?")
                    .param(id)
                    .update();
            jdbc.sql("delete from sluice.related_party where supplier = :id or related = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("update sluice.supplier set state = ? where id = ?")
                    .params(state, id)
                    .update();
            jdbc.sql("""
                            update sluice.blacklist_entry set state = 'REVOKED', ended_at = now()
                            where supplier = ? and ended_at is null
                            """).param(id).update();
            jdbc.sql("update sluice.supplier_suspension set ended_at = now() where supplier = ? and ended_at is null")
                    .param(id)
                    .update();
        });
    }

    /** A qualified supplier that no other test has taken. */
    protected String supplier() {
        var code = jdbc.sql("""
                        select code from sluice.supplier where demo and state = 'QUALIFIED'
                        order by code desc offset ? limit 1
                        """).param(taken++).query(String.class).single();
        before.put(id(code), "QUALIFIED");
        return code;
    }

    protected UUID id(String code) {
        return jdbc.sql("select id from sluice.supplier where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    protected String state(String code) {
        return jdbc.sql("select state from sluice.supplier where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    protected static Map<String, Object> proposal(String reason, String severity) {
        return Map.of(
                "reason", reason, "severity", severity, "evidence", "It is on file in the archive of procurement.");
    }

    protected String proposed(String code, String reason, String severity) {
        var answer = api.write("procurement", "/suppliers/" + code + "/blacklist", proposal(reason, severity))
                .ok();
        assertThat(answer.get("number").asText()).matches("BLK-\\d{4}-\\d{5}");
        return answer.get("caseId").asText();
    }

    /** Completes the first open task with this key, by its example or another body; then runs what follows. */
    protected Api.Answer complete(String user, String caseId, String key, Object body) {
        var task = task(user, caseId, key);
        var answer = api.write(user, "/tasks/" + task.get("id").asText() + "/complete", body);
        jobs.run();
        return answer;
    }

    protected void asExample(String user, String caseId, String key) {
        complete(user, caseId, key, task(user, caseId, key).get("example")).ok();
    }

    protected JsonNode task(String user, String caseId, String key) {
        var seen =
                api.read(user, "/tasks?caseId=" + caseId + "&key=" + key).ok().get("items");
        assertThat(seen).as("tasks %s that %s sees", key, user).isNotEmpty();
        return seen.get(0);
    }

    protected List<String> openTasks(String caseId) {
        return StreamSupport.stream(intakes.sheet(caseId).get("openTasks").spliterator(), false)
                .map(task -> task.get("key").asText() + " "
                        + task.get("candidateGroup").asText())
                .sorted()
                .toList();
    }

    /** Both investigators confirm, and the supplier is told. */
    protected String noticed(String code, String reason, String severity) {
        var caseId = proposed(code, reason, severity);
        asExample("supplier-reviewer", caseId, "investigateSupplier");
        asExample("supplier-reviewer-2", caseId, "investigateSupplier");
        asExample("compliance", caseId, "noticeSupplier");
        return caseId;
    }

    /** The supplier has answered, and both have approved. */
    protected String approved(String code, String reason, String severity) {
        var caseId = noticed(code, reason, severity);
        asExample("compliance", caseId, "recordReply");
        asExample("compliance-2", caseId, "approveListing");
        asExample("chief-compliance-officer", caseId, "approveListing");
        return caseId;
    }

    protected JsonNode entry(String caseId) {
        return api.read("audit", "/cases/" + caseId + "/blacklist").ok();
    }

    protected String entryState(String caseId) {
        return entry(caseId).get("state").asText();
    }

    protected List<String> actions(String caseId) {
        return jdbc.sql("select action from sluice.audit_event where case_id = ?::uuid")
                .param(caseId)
                .query(String.class)
                .list();
    }

    /** By the house's clock, which another test may have moved ahead. */
    protected LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    }

    /** Runs what is left until no process of the case is under way. */
    protected void ended(String caseId, String processKey) {
        Awaitility.await().untilAsserted(() -> {
            jobs.run();
            assertThat(engine.createProcessInstanceQuery()
                            .processInstanceBusinessKey(caseId)
                            .processDefinitionKey(processKey)
                            .count())
                    .isZero();
        });
    }
}
