package org.sluice.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Purchases for tests: requirements led to procurement, with offers of suppliers that the test names. */
public class Purchases {

    private final Api api;
    private final Intakes intakes;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    Purchases(Api api, Intakes intakes, Jobs jobs, JdbcClient jdbc) {
        this.api = api;
        this.intakes = intakes;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    /** A requirement of head office that waits for its sourcing plan. */
    public String handedOver() {
        return handedOver(intakes.form("HO"));
    }

    public String handedOver(ObjectNode form) {
        var unit = form.get("branchCode").asText();
        var head = unit.equals("HO") ? "" : unit.toLowerCase(java.util.Locale.ROOT) + "-";
        var caseId = intakes.submit(head + "business-requester", form);
        intakes.leadTo(caseId, "approveRequirement");
        while (intakes.state(caseId).equals("TRIAGED")) {
            intakes.lead(caseId);
        }
        deliver(caseId);
        assertThat(intakes.taskKey(caseId)).isEqualTo("planSourcing");
        return caseId;
    }

    /** Waits until every message of the case is delivered, and runs what follows. */
    public void deliver(String caseId) {
        Awaitility.await()
                .until(() -> jdbc.sql(
                                        "select count(*) from sluice.engine_message where case_id = ?::uuid and delivered_at is null")
                                .param(caseId)
                                .query(Long.class)
                                .single()
                        == 0);
        jobs.run();
    }

    /** Codes of suppliers in a state, in their order. */
    public List<String> suppliers(String state, int count) {
        return jdbc.sql("select code from sluice.supplier where state = ? order by code limit ?")
                .params(state, count)
                .query(String.class)
                .list();
    }

    public static Map<String, Object> plan(int suppliers) {
        return Map.of(
                "choice", "PROCEED",
                "qualifiedSuppliers", suppliers,
                "uniquenessProven", false,
                "unforeseeableUrgency", false,
                "severalSuppliersWanted", false,
                "specClear", true,
                "limitedMarket", false);
    }

    public static Map<String, Object> quotation(String supplier, String product, Object amount) {
        return Map.of(
                "supplier",
                supplier,
                "productName",
                product,
                "pricing",
                "PER_CALL",
                "unitPrice",
                new BigDecimal("0.25"),
                "amount",
                amount,
                "contractMonths",
                24,
                "quotedOn",
                "2020-02-03");
    }

    /** Offers of these suppliers, the first at this amount and each of the next 100 dearer. */
    public static Map<String, Object> quotations(List<String> suppliers, int amount) {
        var all = new ArrayList<Map<String, Object>>();
        for (var supplier : suppliers) {
            all.add(quotation(supplier, "Product of " + supplier, amount + 100 * all.size()));
        }
        return Map.of("result", "COMPLETE", "quotations", all);
    }

    public static Map<String, Object> choose(String supplier) {
        return Map.of("choice", "CHOSEN", "supplier", supplier, "reasons", "covers every field");
    }

    public JsonNode sheet(String caseId) {
        return api.read("audit", "/cases/" + caseId + "/purchase").ok();
    }

    /** Takes a requirement back and runs what follows. */
    public Api.Answer withdraw(String user, String caseId) {
        var answer = withdrawNow(user, caseId);
        deliver(caseId);
        return answer;
    }

    /** Takes a requirement back; what follows waits. */
    public Api.Answer withdrawNow(String user, String caseId) {
        return api.write(user, "/requirements/" + caseId + "/withdraw", Map.of("reason", "called off"));
    }

    /** What a case holds in a bucket of the budget. */
    public BigDecimal holds(String caseId, String bucket) {
        return jdbc.sql("""
                        select coalesce(sum(p.amount), 0) from sluice.ledger_posting p
                        join sluice.ledger_entry e on e.id = p.entry where e.case_id = ?::uuid and p.bucket = ?
                        """).params(caseId, bucket).query(BigDecimal.class).single();
    }
}
