package org.sluice.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.sluice.process.CaseId;
import org.sluice.process.admission.SupplierAdmissionProcess;
import org.sluice.shared.Flags;
import org.sluice.shared.Flow;
import org.sluice.support.Api;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Admissions of suppliers on handed-over cases; afterwards the suppliers are what they were, for the other tests. */
abstract class SupplierStage {

    private static final Set<String> TASKS = Set.of(
            SupplierAdmissionProcess.Task.FILE_SUPPLIER_DOSSIER,
            SupplierAdmissionProcess.Task.SETTLE_SUPPLIER_FINDING,
            SupplierAdmissionProcess.Task.VOTE_ON_SUPPLIER);

    private static int taken;

    private final Map<UUID, Map<String, Object>> before = new HashMap<>();

    @Autowired
    protected Api api;

    @Autowired
    protected Intakes intakes;

    @Autowired
    protected Jobs jobs;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Admissions admissions;

    @Autowired
    protected Flow flow;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected HistoryService history;

    @AfterEach
    void theSuppliersAsTheyWere() {
        before.forEach((id, row) -> jdbc.sql(
                        "update sluice.supplier set state = ?, admitted_on = ?, admission_ends_on = ? where id = ?")
                .params(row.get("state"), row.get("admitted_on"), row.get("admission_ends_on"), id)
                .update());
    }

    /** A supplier that no other test has taken, as if it had never been admitted; the blacklist knows nothing of it. */
    protected UUID supplier() {
        var id = jdbc.sql("""
                        select id from sluice.supplier s
                        where demo and supplier_type in ('TECH_SERVICE', 'INDUSTRY_CHAIN', 'INTERNET_PLATFORM')
                          and not exists (select 1 from sluice.related_party r where s.id in (r.supplier, r.related))
                          and not exists (select 1 from sluice.supplier_bar b where b.supplier = s.id)
                        order by code offset ? limit 1
                        """).param(taken++).query(UUID.class).single();
        remember(id);
        jdbc.sql(
                        "update sluice.supplier set state = 'POTENTIAL', admitted_on = null, admission_ends_on = null where id = ?")
                .param(id)
                .update();
        return id;
    }

    protected void remember(UUID id) {
        before.computeIfAbsent(
                id, each -> jdbc.sql("select state, admitted_on, admission_ends_on from sluice.supplier where id = ?")
                        .param(each)
                        .query()
                        .singleRow());
    }

    /** A requirement that was handed over to procurement. */
    protected String handedOver() {
        var caseId = intakes.submitted();
        intakes.leadTo(caseId, "approveRequirement");
        intakes.lead(caseId);
        assertThat(intakes.state(caseId)).isEqualTo("APPROVED");
        return caseId;
    }

    /** A case in which a supplier's dossier waits to be filed. */
    protected String begun(UUID supplier) {
        var caseId = handedOver();
        begin(caseId, supplier);
        return caseId;
    }

    protected void begin(String caseId, UUID supplier) {
        transaction.executeWithoutResult(status -> {
            admissions.openSupplier(CaseId.of(caseId), supplier);
            flow.start(
                    SupplierAdmissionProcess.KEY,
                    CaseId.of(caseId),
                    Flags.of(SupplierAdmissionProcess.CASE_ID, CaseId.of(caseId)));
        });
        jobs.run();
    }

    /** The dossier of the example, changed in some facts; null takes one out. */
    protected ObjectNode dossier(String caseId, Object... namesAndValues) {
        var example = (ObjectNode) task("procurement", caseId, "fileSupplierDossier")
                .get("example")
                .deepCopy();
        var facts = (ObjectNode) example.get("facts");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var name = (String) namesAndValues[i];
            if (namesAndValues[i + 1] == null) {
                facts.remove(name);
            } else {
                facts.putPOJO(name, namesAndValues[i + 1]);
            }
        }
        return example;
    }

    protected void file(String caseId, Object... namesAndValues) {
        complete("procurement", caseId, "fileSupplierDossier", dossier(caseId, namesAndValues))
                .ok();
    }

    /** Completes the first open task with this key that the person sees; then runs what follows. */
    protected Api.Answer complete(String user, String caseId, String key, Object body) {
        return completeTask(user, task(user, caseId, key).get("id").asText(), body);
    }

    protected Api.Answer completeTask(String user, String id, Object body) {
        var answer = api.write(user, "/tasks/" + id + "/complete", body);
        jobs.run();
        return answer;
    }

    protected JsonNode task(String user, String caseId, String key) {
        var seen =
                api.read(user, "/tasks?caseId=" + caseId + "&key=" + key).ok().get("items");
        assertThat(seen).as("tasks %s that %s sees", key, user).isNotEmpty();
        return seen.get(0);
    }

    /** Those of the admission; what procurement asks meanwhile is another matter. */
    protected List<String> openTasks(String caseId) {
        return StreamSupport.stream(intakes.sheet(caseId).get("openTasks").spliterator(), false)
                .filter(task -> TASKS.contains(task.get("key").asText()))
                .map(task -> task.get("key").asText() + " "
                        + task.get("candidateGroup").asText())
                .sorted()
                .toList();
    }

    protected Map<String, Object> row(UUID supplier) {
        return jdbc.sql("select state, admitted_on, admission_ends_on from sluice.supplier where id = ?")
                .param(supplier)
                .query()
                .singleRow();
    }

    /** The case's newest admission, over the API. */
    protected JsonNode admission(String caseId) {
        return api.read("audit", "/cases/" + caseId + "/admissions").ok().get(0);
    }

    protected LocalDate today() {
        return jdbc.sql("select max(at) from sluice.audit_event")
                .query(java.time.OffsetDateTime.class)
                .single()
                .atZoneSameInstant(org.sluice.shared.WorkingDays.ZONE)
                .toLocalDate();
    }

    /** One more role for as long as the work takes. */
    protected void withRole(String user, String role, Runnable work) {
        var person = jdbc.sql("select person from sluice.account where username = ?")
                .param(user)
                .query(UUID.class)
                .single();
        jdbc.sql("insert into sluice.person_role (person, role, org_unit) values (?, ?, 'HO')")
                .params(person, role)
                .update();
        try {
            work.run();
        } finally {
            jdbc.sql("delete from sluice.person_role where person = ? and role = ? and org_unit = 'HO'")
                    .params(person, role)
                    .update();
        }
    }
}
