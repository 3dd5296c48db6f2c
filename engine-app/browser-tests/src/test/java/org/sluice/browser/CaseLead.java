package org.sluice.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/** Leads a case over the API: whose turn it is does the task, as its example shows it or as the test wants it. */
final class CaseLead {

    private static final Set<String> ENDED = Set.of("REJECTED", "CLOSED", "FULFILLED", "WITHDRAWN");

    private final Product product;
    private final String caseId;

    CaseLead(Product product, String caseId) {
        this.product = product;
        this.caseId = caseId;
    }

    String caseId() {
        return caseId;
    }

    JsonNode sheet() {
        return product.as("business-requester").get("cases/" + caseId);
    }

    String state() {
        return sheet().get("state").asText();
    }

    String number() {
        return sheet().get("number").asText();
    }

    /** Waits until somebody is asked; missing once the case has ended. */
    JsonNode awaitTask() {
        return awaitTaskUnless(Set.of());
    }

    /** The same; missing also once the case is in one of these states. */
    JsonNode awaitTaskUnless(Set<String> states) {
        var seen = new AtomicReference<JsonNode>();
        Waiting.until("the next task of " + caseId, () -> {
            var sheet = sheet();
            var state = sheet.get("state").asText();
            seen.set(states.contains(state) ? MissingNode.getInstance() : sheet.at("/openTasks/0"));
            return !seen.get().isMissingNode() || ENDED.contains(state) || states.contains(state);
        });
        return seen.get();
    }

    /** What the API shows as an example of the task to whom it is for. */
    ObjectNode example(JsonNode task) {
        return asReadBy(account(task, ""), task).get("example").deepCopy();
    }

    /** The task as this account reads it, with its example and its choices. */
    JsonNode asReadBy(String account, JsonNode task) {
        return items(product.as(account).get("tasks?caseId=" + caseId)).stream()
                .filter(item -> item.get("id").equals(task.get("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(account + " does not see " + task));
    }

    JsonNode choices(JsonNode task) {
        return asReadBy(account(task, ""), task).get("choices");
    }

    /** Does the task by its example, as the first person of its role whom four eyes allow. */
    void doAsExample(JsonNode task) {
        doWith(task, asReadBy(account(task, ""), task).get("example"));
    }

    void doWith(JsonNode task, JsonNode body) {
        var path = "tasks/" + task.get("id").asText() + "/complete";
        var done = List.of("", "-2", "-3").stream()
                .anyMatch(suffix -> product.as(account(task, suffix)).posts(path, body));
        if (!done) {
            throw new AssertionError("Nobody may do " + task);
        }
    }

    JsonNode matchTest() {
        return product.as("data-tester").get("cases/" + caseId + "/match-tests").at("/0");
    }

    static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false).toList();
    }

    private static String account(JsonNode task, String suffix) {
        return task.get("candidateGroup").asText().toLowerCase(Locale.ROOT).replace('_', '-') + suffix;
    }
}
