package org.sluice.protocol.oprf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.conscrypt.OpenSSLProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BouncyCastleP256;
import org.sluice.protocol.group.P256Multiplier;
import org.sluice.protocol.group.PlatformP256;

/** RFC 9497 appendix A.3 (P256-SHA256, three modes), from the file in which the RFC's authors distribute all vectors. */
class PublishedVectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<P256Multiplier> LIBRARIES =
            List.of(new BouncyCastleP256(), new PlatformP256(new OpenSSLProvider()));
    private static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);

    @TestFactory
    Stream<DynamicTest> all() throws IOException {
        try (InputStream json = PublishedVectorsTest.class.getResourceAsStream("/vectors/rfc9497-P256-SHA256.json")) {
            List<DynamicTest> tests = new ArrayList<>();
            for (JsonNode suite : new ObjectMapper().readTree(json)) {
                Mode mode = Mode.values()[suite.get("mode").asInt()];
                tests.add(DynamicTest.dynamicTest(mode + " key", () -> derivesTheKey(mode, suite)));
                for (JsonNode vector : suite.get("vectors")) {
                    for (P256Multiplier library : LIBRARIES) {
                        tests.add(DynamicTest.dynamicTest(
                                mode + " " + vector.get("Input").asText() + " on " + library.provider(),
                                () -> passes(mode, suite, vector, library)));
                    }
                }
            }
            assertThat(tests).hasSize(3 + 2 * (2 + 3 + 3));
            return tests.stream();
        }
    }

    private static void derivesTheKey(Mode mode, JsonNode suite) {
        OprfKey key = OprfKey.derived(mode, Secret.copyOf(bytes(suite, "seed")), bytes(suite, "keyInfo"));
        assertThat(key.scalar()).isEqualTo(Secret.copyOf(bytes(suite, "skSm")));
        if (mode.proves()) {
            assertThat(key.publicKey()).isEqualTo(bytes(suite, "pkSm"));
        }
    }

    private static void passes(Mode mode, JsonNode suite, JsonNode vector, P256Multiplier library) {
        OprfKey key = OprfKey.of(mode, Secret.copyOf(bytes(suite, "skSm"))).on(library);
        byte[] text = mode == Mode.POPRF ? bytes(vector, "Info") : new byte[0];
        Evaluator evaluator =
                mode == Mode.POPRF ? key.evaluator(text, new Scripted(List.of(Scripted.one()))) : key.evaluator();
        List<byte[]> inputs = each(vector, "Input").toList();
        Column outputs = Column.of(joined(vector, "Output"), 32);

        Blinding blinding = client(mode, key, text).blind(inputs, drawnByTheClient(vector), CORES);
        assertThat(blinding.request()).isEqualTo(joined(vector, "BlindedElement"));
        byte[] answer = evaluator.answer(blinding.request(), drawnByTheServer(vector), CORES);
        assertThat(answer).isEqualTo(answerOf(vector)).hasSize(evaluator.answerLength(inputs.size()));
        assertThat(blinding.open(answer, CORES)).isEqualTo(outputs);
        assertThat(evaluator.outputs(inputs, CORES)).isEqualTo(outputs);
    }

    private static OprfClient client(Mode mode, OprfKey key, byte[] text) {
        return switch (mode) {
            case OPRF -> OprfClient.trusting();
            case VOPRF -> OprfClient.verifying(key.publicKey());
            case POPRF -> OprfClient.verifying(key.publicKey(), text);
        };
    }

    private static Scripted drawnByTheClient(JsonNode vector) {
        return new Scripted(
                Stream.concat(each(vector, "Blind"), Stream.of(Scripted.one())).toList());
    }

    private static Scripted drawnByTheServer(JsonNode vector) {
        return new Scripted(vector.has("Proof") ? List.of(bytes(vector.get("Proof"), "r")) : List.of());
    }

    private static byte[] answerOf(JsonNode vector) {
        byte[] elements = joined(vector, "EvaluationElement");
        if (!vector.has("Proof")) {
            return elements;
        }
        byte[] proof = bytes(vector.get("Proof"), "proof");
        byte[] answer = Arrays.copyOf(elements, elements.length + proof.length);
        System.arraycopy(proof, 0, answer, elements.length, proof.length);
        return answer;
    }

    private static byte[] bytes(JsonNode node, String field) {
        return HEX.parseHex(node.get(field).asText());
    }

    /** The file joins what belongs to one batch by commas. */
    private static Stream<byte[]> each(JsonNode node, String field) {
        return Stream.of(node.get(field).asText().split(",")).map(HEX::parseHex);
    }

    private static byte[] joined(JsonNode node, String field) {
        return HEX.parseHex(node.get(field).asText().replace(",", ""));
    }
}
