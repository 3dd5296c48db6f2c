package org.sluice.rules.facts;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in force for one evaluation, as a fact: rules carry no number of their own. Immutable.
 *
 * @param values key to value; a key with {@code .QUALIFIER} behind it holds for that qualifier only
 */
public record RuleParameters(SortedMap<String, BigDecimal> values) {

    public RuleParameters {
        values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public RuleParameters(Map<String, BigDecimal> values) {
        this(new TreeMap<>(values));
    }

    /** @throws IllegalStateException when there is no such number: an evaluation must not go on without it */
    public BigDecimal number(String key) {
        var value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("No parameter " + key + " is given to the rules");
        }
        return value;
    }

    /** The number for a qualifier where there is one, else the general one. */
    public BigDecimal numberFor(String key, @Nullable String qualifier) {
        var special = values.get(key + "." + qualifier);
        return special == null ? number(key) : special;
    }

    /** @throws ArithmeticException when the number is not whole or too large */
    public int whole(String key) {
        return number(key).intValueExact();
    }

    /** The same numbers with one changed. */
    public RuleParameters with(String key, BigDecimal value) {
        var changed = new TreeMap<>(values);
        changed.put(key, value);
        return new RuleParameters(changed);
    }
}
