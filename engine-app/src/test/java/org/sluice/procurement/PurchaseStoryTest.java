package org.sluice.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.support.Purchases.choose;
import static org.sluice.support.Purchases.plan;
import static org.sluice.support.Purchases.quotations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.Purchases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A purchase with both admissions as they are, each task done over the API by its own example. */
@HouseTest
class PurchaseStoryTest {

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Purchases purchases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anUnknownSuppliersProductIsAdmittedBoughtAndListed() {
        var supplier = unknown();
        var caseId = chosen(supplier);
        var tasks = new ArrayList<String>();
        for (int i = 0; i < 60 && !open(caseId).isEmpty(); i++) {
            tasks.add(lead(caseId));
        }

        assertThat(tasks).contains("fileSupplierDossier", "fileProductDossier", "approveContract", "registerContract");
        assertThat(intakes.state(caseId)).isEqualTo("FULFILLED");
        assertThat(jdbc.sql(
                                "select kind from sluice.admission where case_id = ?::uuid and state = 'ADMITTED' order by kind")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .containsExactly("PRODUCT", "SUPPLIER");
        assertThat(stateOf(supplier)).isEqualTo("QUALIFIED");
        var sheet = purchases.sheet(caseId);
        assertThat(sheet.get("admittedUntil").isNull()).isTrue();
        assertThat(sheet.get("grants")).hasSize(1);
        assertThat(jdbc.sql("select state from sluice.data_product where code = ?")
                        .param(sheet.at("/grants/0/productCode").asText())
                        .query(String.class)
                        .single())
                .isEqualTo("LISTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fileSupplierDossier", "fileProductDossier"})
    void takenBackInTheMiddleOfAnAdmission(String wait) {
        var supplier = unknown();
        var caseId = chosen(supplier);
        for (int i = 0; i < 40 && !keys(caseId).contains(wait); i++) {
            lead(caseId);
        }
        assertThat(keys(caseId)).containsExactly(wait);

        purchases.withdraw("business-requester", caseId).ok();

        assertThat(intakes.state(caseId)).isEqualTo("WITHDRAWN");
        assertThat(open(caseId)).isEmpty();
        assertThat(jdbc.sql("select count(*) from sluice.task where case_id = ?::uuid and state = 'OPEN'")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from sluice.admission where case_id = ?::uuid and ended_at is null")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(stateOf(supplier)).isEqualTo(wait.equals("fileSupplierDossier") ? "POTENTIAL" : "QUALIFIED");
        assertThat(purchases.holds(caseId, "PRE_COMMITTED")).isZero();
        assertThat(jdbc.sql("select count(*) from camunda.act_ru_execution where business_key_ = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Waits in the admission of this supplier, whose offer was chosen. */
    private String chosen(String supplier) {
        var caseId = purchases.handedOver();
        intakes.complete(caseId, plan(3)).ok();
        var good = purchases.suppliers("QUALIFIED", 2);
        intakes.complete(caseId, quotations(List.of(supplier, good.get(0), good.get(1)), 40_000))
                .ok();
        intakes.complete(caseId, choose(supplier)).ok();
        return caseId;
    }

    /** A supplier that nobody has reviewed, of the kind that takes the whole path. */
    private String unknown() {
        return jdbc.sql("""
                        select code from sluice.supplier s
                        where state = 'POTENTIAL' and supplier_type = 'TECH_SERVICE'
                          and not exists (select 1 from sluice.party p where p.supplier = s.id)
                        order by code limit 1
                        """).query(String.class).single();
    }

    private String stateOf(String supplier) {
        return jdbc.sql("select state from sluice.supplier where code = ?")
                .param(supplier)
                .query(String.class)
                .single();
    }

    private List<JsonNode> open(String caseId) {
        return StreamSupport.stream(intakes.sheet(caseId).get("openTasks").spliterator(), false)
                .toList();
    }

    private List<String> keys(String caseId) {
        return open(caseId).stream().map(task -> task.get("key").asText()).toList();
    }

    /** Does the first open task by its example, as the first person of its role who may. */
    private String lead(String caseId) {
        var task = open(caseId).get(0);
        var id = task.get("id").asText();
        var role = task.get("candidateGroup").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        for (var suffix : List.of("", "-2", "-3")) {
            var user = role + suffix;
            var seen = StreamSupport.stream(
                            api.read(user, "/tasks?caseId=" + caseId)
                                    .ok()
                                    .get("items")
                                    .spliterator(),
                            false)
                    .filter(item -> item.get("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            var answer = api.write(user, "/tasks/" + id + "/complete", seen.get("example"));
            if (answer.status() != 409) {
                answer.ok();
                jobs.run();
                return task.get("key").asText();
            }
        }
        throw new AssertionError("Nobody may do " + task);
    }
}
