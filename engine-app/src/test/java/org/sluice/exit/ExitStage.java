package org.sluice.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sluice.support.Api;
import org.sluice.support.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products of suppliers of their own, in use and under contract, and the steps of their exits as the right people. */
class ExitStage {

    /** A listed product that two units use in two application cases; nothing else in the house resembles its fields. */
    record Subject(UUID id, String code, UUID supplier, String field) {}

    private static int made;

    private final Api api;
    private final Jobs jobs;
    private final JdbcClient jdbc;

    ExitStage(Api api, Jobs jobs, JdbcClient jdbc) {
        this.api = api;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    Subject inUse() {
        var subject = listed("x" + UUID.randomUUID().toString().replace("-", ""));
        grant(subject, "HO", null);
        grant(subject, "BR01", null);
        applicationCase(subject.id());
        applicationCase(subject.id(), listed("other").id());
        contract(subject);
        return subject;
    }

    /** Another supplier's product with the same fields. */
    Subject twin(Subject of) {
        return listed(of.field());
    }

    private Subject listed(String field) {
        var number = ++made;
        var supplier = UUID.randomUUID();
        jdbc.sql("""
                        insert into sluice.supplier (id, code, name_zh, name_en, uscc, supplier_type, state, admitted_on,
                            admission_ends_on)
                        values (?, ?, ?, ?, ?, (select min(code) from sluice.supplier_type where not acts_by_law), 'QUALIFIED',
                            current_date - 400, current_date + 300)
                        """)
                .params(
                        supplier,
                        "SUP-X%04d".formatted(number),
                        "退出测试供应商" + number,
                        "Exit test supplier " + number,
                        "X" + supplier.toString().replace("-", "").substring(0, 17))
                .update();
        return product(supplier, field);
    }

    Subject product(UUID supplier, String field) {
        var number = ++made;
        var id = UUID.randomUUID();
        var code = "DP-X%04d".formatted(number);
        jdbc.sql("""
                        insert into sluice.data_product (id, code, name_zh, name_en, summary_zh, summary_en, data_class, supplier,
                            state, interface_form, subject_type, fields, regions, jr_level, contains_pi, update_frequency,
                            pricing, unit_price, reuse_allowed, listed_on, admission_ends_on)
                        values (?, ?, ?, ?, '测试', 'test', 'TAX', ?, 'LISTED', 'BATCH_FILE', 'ENTERPRISE', ?, '{}', 2, false,
                            'MONTHLY', 'PER_MONTH', 10000, false, current_date - 100, current_date + 300)
                        """)
                .params(id, code, "退出测试产品" + number, "Exit test product " + number, supplier, new String[] {
                    field + "a", field + "b"
                })
                .update();
        return new Subject(id, code, supplier, field);
    }

    UUID grant(Subject subject, String unit, @Nullable String caseId) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sluice.usage_grant (id, product, org_unit, case_id, scenario, purpose, state, granted_at, valid_to)
                        values (?, ?, ?, ?::uuid, (select min(code) from sluice.scenario), 'MARKETING', 'ACTIVE', now(),
                            current_date + 200)
                        """).params(id, subject.id(), unit, caseId).update();
        return id;
    }

    private void applicationCase(UUID... products) {
        jdbc.sql("""
                        insert into sluice.application_case (id, code, title_zh, title_en, summary_zh, summary_en, business_line,
                            scenario, org_unit, state, products, result_zh, result_en, since)
                        select ?, ?, '测试', 'test', '测试', 'test', s.business_line, s.code, 'HO', 'LISTED', ?, '测试', 'test',
                            current_date
                        from sluice.scenario s order by s.code limit 1
                        """)
                .params(UUID.randomUUID(), "AC-X%04d".formatted(++made), products)
                .update();
    }

    private void contract(Subject subject) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into sluice.contract (id, contract_no, supplier, product, method, amount, signed_on, starts_on, ends_on,
                            registered_by, registered_at)
                        select ?, ?, ?, ?, 'INQUIRY', 120000, current_date - 110, current_date - 100, current_date + 264, a.person,
                            now()
                        from sluice.account a where a.username = 'procurement'
                        """)
                .params(id, "CON-X-" + subject.code(), subject.supplier(), subject.id())
                .update();
        jdbc.sql("""
                        with entry as (insert into sluice.ledger_entry (reference, kind, contract, at)
                                       values (?, 'COMMIT', ?, now()) returning id)
                        insert into sluice.ledger_posting (entry, budget_line, bucket, amount)
                        select entry.id, l.code, b.bucket, b.amount from entry
                        cross join (select min(code) as code from sluice.budget_line where source = 'CENTRAL') l
                        cross join (values ('AVAILABLE', -120000), ('COMMITTED', 120000)) as b (bucket, amount)
                        """).params("commit:contract:" + id, id).update();
    }

    /** What the ledger holds for the contracts of a product in a bucket. */
    BigDecimal holds(Subject subject, String bucket) {
        return jdbc.sql("""
                        select coalesce(sum(p.amount), 0) from sluice.ledger_posting p
                        join sluice.ledger_entry e on e.id = p.entry join sluice.contract c on c.id = e.contract
                        where c.product = ? and p.bucket = ?
                        """)
                .params(subject.id(), bucket)
                .query(BigDecimal.class)
                .single();
    }

    String productState(Subject subject) {
        return jdbc.sql("select state from sluice.data_product where id = ?")
                .param(subject.id())
                .query(String.class)
                .single();
    }

    /** States of a product's grants, in the order of units. */
    List<String> grants(Subject subject) {
        return jdbc.sql(
                        "select org_unit || ' ' || state from sluice.usage_grant where product = ? order by org_unit, state")
                .param(subject.id())
                .query(String.class)
                .list();
    }

    Api.Answer open(String user, Subject subject, Object body) {
        var answer = api.write(user, "/products/" + subject.code() + "/exits", body);
        jobs.run();
        return answer;
    }

    String opened(Subject subject, String trigger) {
        return open("data-steward", subject, Map.of("trigger", trigger, "reason", "the test wants it"))
                .ok()
                .get("caseId")
                .asText();
    }

    String opened(Subject subject, String trigger, String incident, boolean critical, boolean ready) {
        return open(
                        "data-steward",
                        subject,
                        Map.of(
                                "trigger",
                                trigger,
                                "reason",
                                "the test wants it",
                                "facts",
                                Map.of(
                                        "incidentLevel", incident,
                                        "sourceLawful", true,
                                        "critical", critical,
                                        "replacementReady", ready)))
                .ok()
                .get("caseId")
                .asText();
    }

    JsonNode sheet(String caseId) {
        return api.read("audit", "/cases/" + caseId + "/exit").ok();
    }

    String state(String caseId) {
        return sheet(caseId).at("/line/state").asText();
    }

    JsonNode cover(String caseId) {
        return api.read("audit", "/cases/" + caseId).ok();
    }

    /** Keys of the open tasks. */
    List<String> tasks(String caseId) {
        return texts(cover(caseId).get("openTasks"), "key");
    }

    /** Completes the one open task as somebody of its group who may; a null body is its example. */
    Api.Answer complete(String caseId, @Nullable Object body) {
        var open = cover(caseId).get("openTasks");
        assertThat(open).hasSize(1);
        var group = open.get(0)
                .get("candidateGroup")
                .asText()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        var answer = completeAs(group, caseId, body);
        for (int i = 2; i <= 3 && answer.status() == 409; i++) {
            answer = completeAs(group + "-" + i, caseId, body);
        }
        return answer;
    }

    private Api.Answer completeAs(String user, String caseId, @Nullable Object body) {
        var seen = api.read(user, "/tasks?caseId=" + caseId).ok().get("items");
        assertThat(seen).as("tasks that %s sees", user).hasSize(1);
        var task = seen.get(0);
        var answer = api.write(
                user, "/tasks/" + task.get("id").asText() + "/complete", body == null ? task.get("example") : body);
        jobs.run();
        return answer;
    }

    /** Completes the open task with its example. */
    void lead(String caseId) {
        complete(caseId, null).ok();
    }

    /** Leads by examples until this task is open. */
    void leadTo(String caseId, String key) {
        for (int i = 0; i < 12 && !tasks(caseId).equals(List.of(key)); i++) {
            lead(caseId);
        }
        assertThat(tasks(caseId)).containsExactly(key);
    }

    static List<String> texts(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }

    static List<String> fields(JsonNode problem) {
        return texts(problem.get("errors"), "field");
    }
}
