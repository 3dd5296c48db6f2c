package org.sluice.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Puts suppliers on the blacklist by the people of the demo, and takes them off again on appeal. */
public class Blacklistings {

    private final Api api;
    private final Jobs jobs;

    Blacklistings(Api api, Jobs jobs) {
        this.api = api;
        this.jobs = jobs;
    }

    /** @return the case of the entry, which is in force */
    public String list(String supplier) {
        var proposal = Map.of(
                "reason", "NO_DELETION",
                "severity", "ORDINARY",
                "evidence", "No deletion certificate came; two reminders are on file.");
        var caseId = api.write("procurement", "/suppliers/" + supplier + "/blacklist", proposal)
                .ok()
                .get("caseId")
                .asText();
        asExample("supplier-reviewer", caseId);
        asExample("supplier-reviewer-2", caseId);
        asExample("compliance", caseId);
        asExample("compliance", caseId);
        asExample("compliance-2", caseId);
        asExample("chief-compliance-officer", caseId);
        return caseId;
    }

    /** The entry is undone, so that the next test finds the supplier as it was. */
    public void revoke(String caseId) {
        complete("compliance", caseId, "recordAppeal", null);
        complete(
                "exec-approver",
                caseId,
                "decideAppeal",
                Map.of("upheld", true, "reasons", "another company's records"));
    }

    private void asExample(String user, String caseId) {
        complete(user, caseId, "", null);
    }

    /** @param key empty for whichever comes first */
    private void complete(String user, String caseId, String key, @org.jspecify.annotations.Nullable Object body) {
        var seen = api.read(user, "/tasks?caseId=" + caseId + (key.isEmpty() ? "" : "&key=" + key))
                .ok()
                .get("items");
        assertThat(seen).as("tasks that %s sees", user).isNotEmpty();
        var task = seen.get(0);
        api.write(user, "/tasks/" + task.get("id").asText() + "/complete", body == null ? task.get("example") : body)
                .ok();
        jobs.run();
    }
}
