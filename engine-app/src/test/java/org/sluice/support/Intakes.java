package org.sluice.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Requirements for tests: sends them and takes their steps as the right people. */
public class Intakes {

    private final Api api;
    private final Jobs jobs;
    private final ObjectMapper json;

    Intakes(Api api, Jobs jobs, ObjectMapper json) {
        this.api = api;
        this.jobs = jobs;
        this.json = json;
    }

    /** A form whose field names exist nowhere else, so that neither products nor other tests' requirements resemble it. */
    public ObjectNode form(String unit) {
        var unique = "f" + UUID.randomUUID().toString().replace("-", "");
        var form = json.createObjectNode();
        form.put("title", "Test requirement " + unique.substring(0, 8))
                .put("businessLine", "INCLUSIVE_FINANCE")
                .put("branchCode", unit)
                .put("scenarioCode", "SME_PROPENSITY")
                .put("decisionImpact", "MARKETING")
                .put("automatedDecision", false)
                .put("subjectType", "ENTERPRISE")
                .put("interfaceForm", "BATCH_FILE")
                .put("expectedCallsPerYear", 1000)
                .put("neededBy", "2099-12-31")
                .put("urgency", "NORMAL")
                .put("expectedBenefit", "better decisions")
                .put("budgetSource", "LINE")
                .put("budgetAmount", 50_000);
        form.putArray("dataClasses").add("TAX");
        fields(form, unique + "a", unique + "b");
        return form;
    }

    public static void fields(ObjectNode form, String... names) {
        var fields = form.putArray("fieldsNeeded");
        for (var name : names) {
            fields.addObject()
                    .put("fieldName", name)
                    .put("reason", "needed for the test")
                    .put("sensitivity", 1)
                    .put("mandatory", true);
        }
    }

    /** Sends a form and returns its case. */
    public String submit(String user, JsonNode form) {
        var caseId = api.write(user, "/requirements", form).ok().get("caseId").asText();
        jobs.run();
        return caseId;
    }

    /** A fresh requirement of head office, sent by its requester. */
    public String submitted() {
        return submit("business-requester", form("HO"));
    }

    /** The one open task of a case as somebody of its group sees it; who that is follows from role and unit. */
    public JsonNode task(String caseId) {
        var open = api.read("audit", "/cases/" + caseId).ok().get("openTasks");
        assertThat(open).as("open tasks of " + caseId).hasSize(1);
        return open.get(0);
    }

    public String taskKey(String caseId) {
        return task(caseId).get("key").asText();
    }

    /** Completes the open task with a body, as a person of its group; then runs what follows. */
    public Api.Answer complete(String caseId, Object body) {
        return completeAs(person(caseId), caseId, body);
    }

    public Api.Answer completeAs(String user, String caseId, Object body) {
        var answer = api.write(user, "/tasks/" + task(caseId).get("id").asText() + "/complete", body);
        jobs.run();
        return answer;
    }

    /** Completes the open task with its own example. */
    public void lead(String caseId) {
        var user = person(caseId);
        var seen = api.read(user, "/tasks?caseId=" + caseId).ok().get("items");
        assertThat(seen).as("tasks that %s sees", user).hasSize(1);
        complete(caseId, seen.get(0).get("example")).ok();
    }

    /** Leads a case forward by examples until this task is open. */
    public void leadTo(String caseId, String key) {
        for (int i = 0; i < 20 && !taskKey(caseId).equals(key); i++) {
            lead(caseId);
        }
        assertThat(taskKey(caseId)).isEqualTo(key);
    }

    /** The account of the open task's group: the role at its unit. */
    public String person(String caseId) {
        var task = task(caseId);
        var role = task.get("candidateGroup").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        var unit = List.of("business-owner", "business-requester", "branch-compliance")
                        .contains(role)
                ? unitOf(caseId)
                : "HO";
        return unit.equals("HO") ? role : unit.toLowerCase(Locale.ROOT) + "-" + role;
    }

    private String unitOf(String caseId) {
        var name = api.read("audit", "/cases/" + caseId)
                .ok()
                .get("orgUnitName")
                .get("en")
                .asText();
        return Map.of(
                        "Yunxi Branch", "BR01",
                        "Qingyu Branch", "BR02")
                .getOrDefault(name, "HO");
    }

    public JsonNode sheet(String caseId) {
        return api.read("audit", "/cases/" + caseId).ok();
    }

    public String state(String caseId) {
        return sheet(caseId).get("state").asText();
    }

    public String outcome(String caseId) {
        return sheet(caseId).get("outcome").asText();
    }
}
