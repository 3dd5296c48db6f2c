package org.sluice.rules;

import java.util.Set;
import java.util.stream.Collectors;

/** The keys that a rule may ask a number by. The numbers themselves are rows of the database, and come with the facts. */
final class ParameterKeys {

    private ParameterKeys() {}

    /** Reads {@code rules/parameters.txt}, one key a line. */
    static Set<String> shipped() {
        return CsvRows.resource("rules/parameters.txt").lines().collect(Collectors.toUnmodifiableSet());
    }
}
