package org.sluice.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.sluice.shared.WorkingDays;
import org.sluice.support.Api;
import org.sluice.support.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products of suppliers of their own, with readings and users, and the steps of their evaluations as the right people. */
class EvaluationStage {

    /** A product that is used by head office and one branch, unless the test says otherwise. */
    record Subject(UUID id, String code, UUID supplier, BigDecimal promised) {}

    private final Api api;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Deque<Subject> subjects = new ArrayDeque<>();

    EvaluationStage(Api api, Jobs jobs, JdbcClient jdbc, Clock clock) {
        this.api = api;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next listed product, its readings forgotten; each of another supplier, which is qualified for long. */
    Subject product(String... units) {
        if (subjects.isEmpty()) {
            subjects.addAll(jdbc.sql("""
                            select distinct on (p.supplier) p.id, p.code, p.supplier, p.hit_rate
                            from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                            where p.state = 'LISTED' and p.pricing = 'PER_CALL' and s.state = 'QUALIFIED'
                              and s.admission_ends_on > current_date + 200 and p.hit_rate > 0.5
                              and not exists (select 1 from sluice.evaluation e where e.supplier = s.id)
                            order by p.supplier, p.code
                            """)
                    .query((row, n) -> new Subject(
                            row.getObject("id", UUID.class),
                            row.getString("code"),
                            row.getObject("supplier", UUID.class),
                            row.getBigDecimal("hit_rate")))
                    .list());
        }
        var subject = subjects.pop();
        jdbc.sql("delete from sluice.quality_reading where product = ?")
                .param(subject.id())
                .update();
        jdbc.sql("update sluice.usage_grant set state = 'REVOKED', ended_at = now(), ended_why = 'OTHER'"
                        + " where product = ? and state = 'ACTIVE'")
                .param(subject.id())
                .update();
        for (var unit : units) {
            jdbc.sql("""
                            insert into sluice.usage_grant (id, product, org_unit, scenario, purpose, state, granted_at, valid_to)
                            values (?, ?, ?, (select min(code) from sluice.scenario), 'MARKETING', 'ACTIVE', now(), current_date + 300)
                            """).params(UUID.randomUUID(), subject.id(), unit).update();
        }
        return subject;
    }

    String lastMonth() {
        return YearMonth.from(clock.instant().atZone(WorkingDays.ZONE))
                .minusMonths(1)
                .toString();
    }

    /** A month in which everything was as it should be. */
    Map<String, Object> good(Subject subject) {
        var reading = new LinkedHashMap<String, Object>();
        reading.put("month", lastMonth());
        reading.put("calls", 100_000);
        reading.put("hitRate", subject.promised());
        reading.put("accuracy", 0.99);
        reading.put("freshness", 0.995);
        reading.put("nullRate", 0.005);
        reading.put("psi", 0.05);
        reading.put("availability", 0.9995);
        reading.put("responseMs", 200);
        reading.put("incidents", 0);
        reading.put("billingDifference", 0.0005);
        return reading;
    }

    /** Half of everything: grade C with a rating of 2. */
    Map<String, Object> mediocre(Subject subject) {
        var reading = good(subject);
        reading.put("hitRate", subject.promised().subtract(new BigDecimal("0.02")));
        reading.put("freshness", 0.97);
        reading.put("nullRate", 0.02);
        reading.put("psi", 0.2);
        reading.put("availability", 0.997);
        reading.put("responseMs", 800);
        reading.put("billingDifference", 0.003);
        return reading;
    }

    Api.Answer read(Subject subject, Map<String, Object> reading) {
        return api.write("data-steward", "/products/" + subject.code() + "/readings", reading);
    }

    /** Starts an evaluation by hand and returns its case. */
    String start(Subject subject) {
        var caseId = api.write("data-steward", "/products/" + subject.code() + "/evaluations", "")
                .ok()
                .get("caseId")
                .asText();
        jobs.run();
        return caseId;
    }

    JsonNode sheet(String caseId) {
        return api.read("audit", "/cases/" + caseId + "/evaluation").ok();
    }

    JsonNode cover(String caseId) {
        return api.read("audit", "/cases/" + caseId).ok();
    }

    List<String> open(String caseId) {
        return texts(cover(caseId).get("openTasks"), "key");
    }

    /** The open task of this key as this person sees it. */
    JsonNode task(String user, String caseId, String key) {
        var seen =
                api.read(user, "/tasks?caseId=" + caseId + "&key=" + key).ok().get("items");
        assertThat(seen).as(key + " that " + user + " sees").hasSize(1);
        return seen.get(0);
    }

    Api.Answer complete(String user, String caseId, String key, Object body) {
        var answer =
                api.write(user, "/tasks/" + task(user, caseId, key).get("id").asText() + "/complete", body);
        jobs.run();
        return answer;
    }

    /** Completes the one open task with its own example, as its group. */
    void lead(String caseId) {
        var open = cover(caseId).get("openTasks").get(0);
        var role = open.get("candidateGroup").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        var key = open.get("key").asText();
        complete(role, caseId, key, task(role, caseId, key).get("example")).ok();
    }

    /** Both units rate it so. */
    void rate(String caseId, int score) {
        for (var user : List.of("business-requester", "br01-business-requester")) {
            complete(user, caseId, "rateProduct", Map.of("score", score, "comment", "counted by our own campaign"))
                    .ok();
        }
    }

    /** As far as the decision on the renewal, without an objection. */
    String decided(Subject subject, Map<String, Object> reading, int rating) {
        read(subject, reading).ok();
        var caseId = start(subject);
        rate(caseId, rating);
        lead(caseId);
        assertThat(open(caseId)).containsExactly("decideRenewal");
        return caseId;
    }

    String supplierState(Subject subject) {
        return jdbc.sql("select state || ' ' || coalesce(grade, '-') from sluice.supplier where id = ?")
                .param(subject.supplier())
                .query(String.class)
                .single();
    }

    String grade(Subject subject) {
        return jdbc.sql("select coalesce(grade, '-') from sluice.data_product where id = ?")
                .param(subject.id())
                .query(String.class)
                .single();
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
