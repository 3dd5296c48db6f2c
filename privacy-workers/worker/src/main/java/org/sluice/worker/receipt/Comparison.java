package org.sluice.worker.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two receipts of one job beside each other. Everything must agree but what each side can only say of itself: who signs
 * and how, its attempts, its code and its times. What only one of them holds, they do not agree on.
 */
public record Comparison(int fields, List<Difference> differences) {

    /** What each side says of itself. */
    private static final List<String> OWN =
            List.of("signer", "role", "attempts", "code", "began", "ended", "algorithm", "key");

    /** Where the output tells one side alone, the other's receipt has no number. */
    private static final String ONE_KNOWS = "bank_learns";

    /** @param field such as {@code learner.size} */
    public record Difference(String field, JsonNode first, JsonNode second) {}

    public static Comparison of(SignedReceipt first, SignedReceipt second) {
        Map<String, JsonNode> ones = new TreeMap<>();
        Map<String, JsonNode> others = new TreeMap<>();
        flatten("", first.content(), ones);
        flatten("", second.content(), others);
        Map<String, JsonNode> all = new TreeMap<>(ones);
        all.putAll(others);
        OWN.forEach(all::remove);
        if (ONE_KNOWS.equals(first.content().path("output").asText())) {
            all.remove("common");
        }
        List<Difference> differences = new ArrayList<>();
        for (String field : all.keySet()) {
            JsonNode one = ones.getOrDefault(field, MissingNode.getInstance());
            JsonNode other = others.getOrDefault(field, MissingNode.getInstance());
            if (!one.equals(other)) {
                differences.add(new Difference(field, one, other));
            }
        }
        checkSides(first, second, differences);
        return new Comparison(all.size(), List.copyOf(differences));
    }

    /** One must sign as the learner that both name, the other as the responder. */
    private static void checkSides(SignedReceipt first, SignedReceipt second, List<Difference> differences) {
        boolean bothStandWhereTheySay = standsWhereItSays(first) && standsWhereItSays(second);
        JsonNode one = first.content().path("role");
        JsonNode other = second.content().path("role");
        if (!bothStandWhereTheySay || one.equals(other)) {
            differences.add(new Difference("role", one, other));
        }
    }

    private static boolean standsWhereItSays(SignedReceipt receipt) {
        String role = receipt.content().path("role").asText();
        return List.of("learner", "responder").contains(role)
                && receipt.content().path(role).path("party").asText().equals(receipt.signer());
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> flatten(
                            path.isEmpty() ? each.getKey() : path + "." + each.getKey(), each.getValue(), fields));
        } else {
            fields.put(path, node);
        }
    }

    public boolean agrees() {
        return differences.isEmpty();
    }
}
