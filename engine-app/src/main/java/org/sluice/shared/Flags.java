package org.sluice.shared;

import java.util.HashMap;
import java.util.Map;
import org.sluice.process.Var;

/** Typed values for process variables, as the engine stores them. */
public record Flags(Map<String, Object> values) {

    public static final Flags NONE = new Flags(Map.of());

    public Flags {
        values = Map.copyOf(values);
    }

    public static <T> Flags of(Var<T> variable, T value) {
        return NONE.and(variable, value);
    }

    public <T> Flags and(Var<T> variable, T value) {
        var more = new HashMap<>(values);
        more.put(variable.name(), variable.encode(value));
        return new Flags(more);
    }
}
