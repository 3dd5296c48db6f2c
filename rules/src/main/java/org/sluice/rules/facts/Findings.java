package org.sluice.rules.facts;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one thing that a rule may write to. It belongs to one evaluation and one thread. */
public final class Findings {

    /**
     * A rule that fired.
     *
     * @param firing counts the firings of one evaluation
     * @param evidence field to value, as text, in alphabetical order
     */
    public record Hit(int firing, String rule, SortedMap<String, String> evidence) {}

    private final Supplier<Firing> current;
    private final List<Hit> hits = new ArrayList<>();

    /**
     * The firing that is under way.
     *
     * @param number counts the firings of one evaluation
     */
    public record Firing(int number, String rule) {}

    /** @param current tells which rule is firing at this moment */
    public Findings(Supplier<Firing> current) {
        this.current = current;
    }

    /**
     * The rule that is firing finds something, because of these fields of the fact. Called again in the same firing, it
     * adds to the evidence.
     */
    public void found(Record fact, String... fields) {
        var firing = current.get();
        var last = hits.isEmpty() ? null : hits.get(hits.size() - 1);
        if (last == null || last.firing() != firing.number()) {
            last = new Hit(firing.number(), firing.rule(), new TreeMap<>());
            hits.add(last);
        }
        for (var field : fields) {
            last.evidence().merge(field, text(value(fact, field)), Findings::both);
        }
    }

    /** What was found so far, in the order in which it was found. */
    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    /** Two facts of one kind, as two bidders are: the order in which they were met does not show. */
    private static String both(String one, String other) {
        return one.compareTo(other) <= 0 ? one + ", " + other : other + ", " + one;
    }

    private static @Nullable Object value(Record fact, String field) {
        try {
            return fact.getClass().getMethod(field).invoke(fact);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException(fact.getClass().getSimpleName() + " has no " + field, e);
        }
    }

    /** Numbers without exponent, many values sorted, an unknown one as a question mark. */
    private static String text(@Nullable Object value) {
        if (value == null) {
            return "?";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        return value.toString();
    }
}
