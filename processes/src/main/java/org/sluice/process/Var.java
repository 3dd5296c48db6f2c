package org.sluice.process;

import java.util.Date;
import java.util.UUID;

/**
 * A typed process variable: its name stands once, and only types that every engine stores as plain columns can be
 * declared. Nothing is ever serialized.
 *
 * @param name as it stands in the model
 * @param stored the type that the engine stores: String, Long, Double, Boolean or Date
 */
public record Var<T>(String name, Class<T> type, Class<?> stored) {

    public static Var<CaseId> caseId(String name) {
        return new Var<>(name, CaseId.class, String.class);
    }

    public static Var<UUID> uuid(String name) {
        return new Var<>(name, UUID.class, String.class);
    }

    public static Var<String> text(String name) {
        return new Var<>(name, String.class, String.class);
    }

    public static Var<Boolean> flag(String name) {
        return new Var<>(name, Boolean.class, Boolean.class);
    }

    public static Var<Long> number(String name) {
        return new Var<>(name, Long.class, Long.class);
    }

    public static Var<Date> instant(String name) {
        return new Var<>(name, Date.class, Date.class);
    }

    /** The value as the engine stores it. */
    public Object encode(T value) {
        return stored == String.class ? value.toString() : value;
    }

    /** The value as the code reads it; the inverse of {@link #encode}. */
    public T decode(Object value) {
        Object read = value;
        if (type == CaseId.class) {
            read = CaseId.of((String) value);
        } else if (type == UUID.class) {
            read = UUID.fromString((String) value);
        }
        return type.cast(read);
    }
}
