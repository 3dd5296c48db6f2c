package org.sluice.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a body; every check adds a {@link FieldProblem} and goes on. */
public final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    public Problems required(String field, @Nullable Object value) {
        if (value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> many && many.isEmpty())) {
            add(field, "required");
        }
        return this;
    }

    public Problems atMost(String field, @Nullable String value, int length) {
        if (value != null && value.codePointCount(0, value.length()) > length) {
            add(field, "tooLong", length);
        }
        return this;
    }

    public Problems between(String field, @Nullable Number value, long low, long high) {
        if (value != null && (value.longValue() < low || value.longValue() > high)) {
            add(field, "outOfRange", low, high);
        }
        return this;
    }

    /** An amount in CNY: not negative, at most 14 digits of which two are decimals. */
    public Problems amount(String field, @Nullable BigDecimal value) {
        if (value != null
                && (value.signum() < 0
                        || value.stripTrailingZeros().scale() > 2
                        // as long: the exponent of a hostile number is as large as an int can be
                        || (long) value.precision() - value.scale() > 12)) {
            add(field, "amount");
        }
        return this;
    }

    /** A share of one with at most six decimals. */
    public Problems share(String field, @Nullable BigDecimal value) {
        if (value != null
                && (value.signum() < 0
                        || value.compareTo(BigDecimal.ONE) > 0
                        || value.stripTrailingZeros().scale() > 6)) {
            add(field, "share");
        }
        return this;
    }

    public Problems when(boolean wrong, String field, String key, Object... arguments) {
        if (wrong) {
            add(field, key, arguments);
        }
        return this;
    }

    public void add(String field, String key, Object... arguments) {
        found.add(new FieldProblem(field, key, arguments));
    }

    /** Adds what somebody else has found. */
    public Problems addAll(List<FieldProblem> others) {
        found.addAll(others);
        return this;
    }

    public List<FieldProblem> list() {
        return List.copyOf(found);
    }

    /** @throws Invalid with all problems, if there is any */
    public void orThrow() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
