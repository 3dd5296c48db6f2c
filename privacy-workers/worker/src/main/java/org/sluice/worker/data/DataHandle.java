package org.sluice.worker.data;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What travels in place of data: a data set's name and the version of its content. */
public record DataHandle(String name, String version) {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9][a-z0-9-]{0,62})@([0-9a-f]{64})");

    /** Whether a text from elsewhere, or none, is {@code name@version}. */
    public static boolean isOne(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if the text is not {@code name@version} */
    public static DataHandle parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it must look like name@version, with 64 hexadecimal digits");
        }
        return new DataHandle(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
