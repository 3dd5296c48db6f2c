package org.sluice.protocol.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The published vectors of RFC 9380 (appendices J and K) in the form in which its authors distribute them. */
final class Vectors {

    private Vectors() {}

    static JsonNode read(String file) {
        try (InputStream json = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static BigInteger number(JsonNode hex) {
        return new BigInteger(hex.asText().substring(2), 16);
    }

    static byte[] bytes(JsonNode text) {
        return text.asText().getBytes(StandardCharsets.US_ASCII);
    }
}
