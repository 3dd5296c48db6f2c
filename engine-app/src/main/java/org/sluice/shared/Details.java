package org.sluice.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/** What events and case pages say, by message key below {@code fact.}; nothing is said of what is absent. */
public final class Details {

    private Details() {}

    /** Keys and values in turn, in this order; those without a value are left out. */
    public static Map<String, Object> details(@Nullable Object... keysAndValues) {
        var details = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            put(details, String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return details;
    }

    /** Adds a value unless it is absent or blank; a constant goes by its name. */
    public static void put(Map<String, Object> details, String key, @Nullable Object value) {
        if (value != null && !(value instanceof String text && text.isBlank())) {
            details.put(key, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }

    /** A name with the code that tells it from others, in both languages. */
    public static LocalText coded(LocalText name, String code) {
        return new LocalText(name.zh() + "（" + code + "）", name.en() + " (" + code + ")");
    }
}
