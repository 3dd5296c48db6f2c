package org.sluice.insight;

import com.fasterxml.jackson.databind.JsonNode;
import org.sluice.process.LocalText;

/** A fact's value as text in both languages: what has two languages keeps them, the rest reads the same in both. */
final class CaseFactTexts {

    private CaseFactTexts() {}

    static LocalText of(JsonNode value) {
        if (value.isObject() && value.has("zh") && value.has("en")) {
            return new LocalText(value.get("zh").asText(), value.get("en").asText());
        }
        return same(plain(value));
    }

    /** Numbers without exponents, texts without quotes. */
    static String plain(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    static LocalText of(Object value) {
        return value instanceof LocalText text ? text : same(value.toString());
    }

    private static LocalText same(String text) {
        return new LocalText(text, text);
    }
}
