package org.sluice.worker.query.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a list; also that of its files. */
public record ListName(String name) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** @throws IllegalArgumentException unless it has 1 to 63 lower-case letters, digits and hyphens */
    public ListName {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("a list is named by 1 to 63 lower-case letters, digits and hyphens");
        }
    }

    /** Nothing if a text from elsewhere names no list that could be. */
    public static Optional<ListName> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ListName(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
