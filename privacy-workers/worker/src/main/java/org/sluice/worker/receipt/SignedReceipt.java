package org.sluice.worker.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.VerifyingKey;

/**
 * A receipt with its signature: {@code {"receipt":{…},"signature":"base64"}}, in canonical form and below 4000 characters,
 * which an engine stores as one text. What is signed is the bytes of {@link #DOMAIN} and the canonical receipt, which
 * names the signer, the algorithm and the key's fingerprint; nothing outside of it has a meaning.
 */
public final class SignedReceipt {

    /** An engine's longest text variable. */
    public static final int LONGEST = 4000;

    static final String FORMAT = "sluice-receipt/1";

    /** Before the receipt, so that no signature for something else is ever one for a receipt. */
    private static final String DOMAIN = "sluice/receipt/v1\n";

    private static final Set<String> FIELDS = Set.of("receipt", "signature");
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode content;
    private final byte[] signature;

    private SignedReceipt(JsonNode content, byte[] signature) {
        this.content = content;
        this.signature = signature;
    }

    /** Signs for this party. */
    public static SignedReceipt sign(Receipt receipt, Identity signer, SecureRandom random) {
        VerifyingKey key = signer.receipts().verifying();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("format", FORMAT);
        content.put("job", receipt.job().toString());
        content.put("purpose", receipt.purpose());
        if (receipt.order() != null) {
            content.put("order", receipt.order());
        }
        content.put("technique", receipt.technique());
        content.put("suite", receipt.suite());
        content.put("output", receipt.output());
        content.putObject("terms").put("least", receipt.least()).put("greatest", receipt.greatest());
        side(content.putObject("learner"), receipt.learner());
        side(content.putObject("responder"), receipt.responder());
        if (receipt.common() != null) {
            content.put("common", receipt.common());
        }
        content.put("bytes", receipt.bytes());
        content.put("transcriptHash", receipt.transcriptHash());
        content.put("signer", signer.party().name());
        content.put("role", receipt.role());
        content.put("attempts", receipt.attempts());
        content.put("code", receipt.code());
        content.put("began", receipt.began().toString());
        content.put("ended", receipt.ended().toString());
        content.put("algorithm", key.suite().word());
        content.put("key", key.fingerprint());
        return new SignedReceipt(content, signer.receipts().sign(signed(content), random));
    }

    private static void side(ObjectNode node, Receipt.Side side) {
        node.put("party", side.party());
        node.put("dataSet", side.dataSet());
        node.put("size", side.size());
    }

    /** @throws IllegalArgumentException saying why it is no receipt; whether its signature is right is another question */
    public static SignedReceipt parse(String text) {
        try {
            JsonNode whole = JSON.readTree(text);
            var names = new TreeSet<String>();
            whole.fieldNames().forEachRemaining(names::add);
            JsonNode content = whole.path("receipt");
            if (!names.equals(FIELDS)
                    || !content.isObject()
                    || !whole.path("signature").isTextual()) {
                throw new IllegalArgumentException("it must hold a receipt and a signature and nothing else");
            }
            if (!FORMAT.equals(content.path("format").asText())) {
                throw new IllegalArgumentException("its format must be " + FORMAT);
            }
            byte[] signature =
                    Base64.getDecoder().decode(whole.path("signature").textValue());
            CanonicalJson.of(content); // or say now that it has no canonical form
            return new SignedReceipt(content, signature);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("it is no JSON", unreadable);
        }
    }

    public JsonNode content() {
        return content;
    }

    /** Who says so: to be believed after {@link #isSignedBy}. */
    public String signer() {
        return content.path("signer").asText();
    }

    public boolean isSignedBy(VerifyingKey key) {
        return content.path("algorithm").asText().equals(key.suite().word())
                && content.path("key").asText().equals(key.fingerprint())
                && key.verify(signed(content), signature);
    }

    /** The whole in canonical form. */
    public String text() {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("receipt", content);
        whole.put("signature", Base64.getEncoder().encodeToString(signature));
        return new String(CanonicalJson.of(whole), StandardCharsets.UTF_8);
    }

    private static byte[] signed(JsonNode content) {
        byte[] domain = DOMAIN.getBytes(StandardCharsets.US_ASCII);
        byte[] canonical = CanonicalJson.of(content);
        byte[] message = new byte[domain.length + canonical.length];
        System.arraycopy(domain, 0, message, 0, domain.length);
        System.arraycopy(canonical, 0, message, domain.length, canonical.length);
        return message;
    }
}
