package org.sluice.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of both parties to one job, one beside the other. Everything must agree but what each side can only say of
 * itself, and with what the house knows of the job. Whether they are signed is not asked here: the certificates are the
 * parties' own, and {@code sluice-worker verify-receipts} asks it of them without this house.
 */
final class ReceiptPair {

    /** What each side says of itself, as in the worker's {@code receipt.Comparison}. */
    private static final List<String> OWN =
            List.of("signer", "role", "attempts", "code", "began", "ended", "algorithm", "key");

    /** Where the output tells one side alone, the other's receipt has no number. */
    private static final String ONE_KNOWS = "bank_learns";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReceiptPair() {}

    /**
     * @param known what both must say of the job, by the field's path: {@code learner.size}
     * @return the fields in which they differ from each other or from that; empty while one of them is missing
     */
    static Optional<List<String>> differences(@Nullable String one, @Nullable String other, Map<String, String> known) {
        if (one == null || other == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(differences(content(one), content(other), known));
        } catch (JsonProcessingException unreadable) {
            return Optional.of(List.of("receipt"));
        }
    }

    private static JsonNode content(String text) throws JsonProcessingException {
        return JSON.readTree(text).path("receipt");
    }

    private static List<String> differences(JsonNode one, JsonNode other, Map<String, String> known) {
        var ones = new TreeMap<String, JsonNode>();
        var others = new TreeMap<String, JsonNode>();
        flatten("", one, ones);
        flatten("", other, others);
        var fields = new TreeSet<>(ones.keySet());
        fields.addAll(others.keySet());
        OWN.forEach(fields::remove);
        if (ONE_KNOWS.equals(one.path("output").asText())) {
            fields.remove("common");
        }
        var different = new TreeSet<String>();
        fields.stream()
                .filter(field -> !of(ones, field).equals(of(others, field)))
                .forEach(different::add);
        known.forEach((field, value) -> {
            if (!of(ones, field).asText().equals(value)) {
                different.add(field);
            }
        });
        if (one.path("role").equals(other.path("role")) || !isWhereItSays(one) || !isWhereItSays(other)) {
            different.add("role");
        }
        return List.copyOf(different);
    }

    private static JsonNode of(Map<String, JsonNode> fields, String field) {
        return fields.getOrDefault(field, MissingNode.getInstance());
    }

    private static boolean isWhereItSays(JsonNode receipt) {
        var role = receipt.path("role").asText();
        return List.of("learner", "responder").contains(role)
                && receipt.path(role)
                        .path("party")
                        .asText()
                        .equals(receipt.path("signer").asText());
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
}
