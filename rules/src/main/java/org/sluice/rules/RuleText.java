package org.sluice.rules;

import java.util.List;

/**
 * One rule as its text says it.
 *
 * @param name in full: the id, a blank, and some words
 * @param line on which it begins
 * @param lastLine on which it ends
 * @param parameters keys of the numbers that it asks for, in order
 */
record RuleText(
        String file,
        String name,
        int line,
        int lastLine,
        String severity,
        String layer,
        String refs,
        List<String> parameters) {

    RuleText {
        parameters = List.copyOf(parameters);
    }

    /** The first word of the name. */
    String id() {
        return name.split(" ", 2)[0];
    }
}
