package org.sluice.worker.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The one spelling of a JSON text (RFC 8785): names in the order of their UTF-16 units, no white space, escapes only where
 * there must be some. Of numbers it takes whole ones below 2^53 alone, which are spelled in digits; receipts hold no others.
 */
public final class CanonicalJson {

    /** Beyond it a number would be another one to readers that compute in doubles. */
    private static final long GREATEST = (1L << 53) - 1;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The UTF-8 of the canonical form.
     *
     * @throws IllegalArgumentException for a fraction, a number of 2^53 or more, or half of a surrogate pair
     */
    public static byte[] of(JsonNode value) {
        var json = new CanonicalJson();
        json.value(value);
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json.text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException half) {
            throw new IllegalArgumentException("a text in it ends in the middle of a character", half);
        }
    }

    private void value(JsonNode value) {
        if (value.isObject()) {
            object(value);
        } else if (value.isArray()) {
            array(value);
        } else if (value.isTextual()) {
            string(value.textValue());
        } else if (value.isBoolean() || value.isNull()) {
            text.append(value.asText());
        } else {
            number(value);
        }
    }

    private void object(JsonNode object) {
        List<Map.Entry<String, JsonNode>> fields =
                object.properties().stream().sorted(Map.Entry.comparingByKey()).toList();
        text.append('{');
        for (int i = 0; i < fields.size(); i++) {
            text.append(i == 0 ? "" : ",");
            string(fields.get(i).getKey());
            text.append(':');
            value(fields.get(i).getValue());
        }
        text.append('}');
    }

    private void array(JsonNode array) {
        text.append('[');
        Iterator<JsonNode> elements =
                StreamSupport.stream(array.spliterator(), false).iterator();
        while (elements.hasNext()) {
            value(elements.next());
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void number(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || Math.abs(number.longValue()) > GREATEST) {
            throw new IllegalArgumentException("a number in it is not whole, or too great");
        }
        text.append(number.longValue());
    }

    private void string(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            character(string.charAt(i));
        }
        text.append('"');
    }

    private void character(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\f' -> text.append("\\f");
            case '\r' -> text.append("\\r");
            default -> {
                if (character < ' ') {
                    text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }
}
