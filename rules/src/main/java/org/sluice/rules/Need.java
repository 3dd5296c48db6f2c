package org.sluice.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluice.rules.facts.RuleParameters;

/**
 * A fact that a rule needs, and when: {@code banUntil if govProcurementSevereBreach=true}. Conditions are joined by
 * {@code and}, alternatives by {@code or}, values by {@code |}; a number is compared with a parameter or with 0.
 *
 * @param alternatives the fact is needed when all conditions of one of them hold; always when there are none
 */
record Need(String fact, List<List<Condition>> alternatives) {

    private static final Pattern CONDITION = Pattern.compile("(\\w+)(>=|!=|=|>)([\\w.|]+)");

    /** A test of one fact. */
    record Condition(String fact, String operator, Set<String> right) {

        Condition {
            right = Set.copyOf(right);
        }

        /** False while the fact is unknown: then that fact is what is missing first. */
        boolean holds(@Nullable Object value, RuleParameters numbers) {
            if (value == null) {
                return false;
            }
            return switch (operator) {
                case "=" -> right.contains(value.toString());
                case "!=" -> !right.contains(value.toString());
                case ">" -> compare(value, numbers) > 0;
                default -> compare(value, numbers) >= 0;
            };
        }

        private int compare(Object value, RuleParameters numbers) {
            var key = right.iterator().next();
            var limit = key.equals("0") ? BigDecimal.ZERO : numbers.number(key);
            return new BigDecimal(value.toString()).compareTo(limit);
        }
    }

    /** @throws IllegalArgumentException when the text is written otherwise */
    static List<Need> list(String text) {
        return Arrays.stream(text.split(";")).map(String::strip).map(Need::of).toList();
    }

    private static Need of(String text) {
        var parts = text.split(" if ", 2);
        var alternatives = parts.length == 1
                ? List.<List<Condition>>of()
                : Arrays.stream(parts[1].split(" or ")).map(Need::conditions).toList();
        return new Need(parts[0].strip(), alternatives);
    }

    private static List<Condition> conditions(String text) {
        return Arrays.stream(text.split(" and "))
                .map(String::strip)
                .map(each -> {
                    var shape = CONDITION.matcher(each);
                    if (!shape.matches()) {
                        throw new IllegalArgumentException("not a condition of a needed fact: " + each);
                    }
                    return new Condition(
                            shape.group(1),
                            shape.group(2),
                            Set.of(shape.group(3).split("\\|")));
                })
                .toList();
    }

    boolean applies(Function<String, @Nullable Object> value, RuleParameters numbers) {
        return alternatives.isEmpty()
                || alternatives.stream()
                        .anyMatch(all -> all.stream().allMatch(each -> each.holds(value.apply(each.fact()), numbers)));
    }
}
