package org.sluice.rules.facts;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts by name, as a form, a table or a stored decision gives them. A value may have its type or be its text; what is
 * not named is unknown.
 */
final class KnownFacts {

    private final Map<String, @Nullable Object> values;
    private final Set<String> read = new TreeSet<>();

    KnownFacts(Map<String, ? extends @Nullable Object> values) {
        this.values = new HashMap<>(values);
    }

    /** @throws IllegalArgumentException when a value does not fit its component; the message names it */
    <T extends Record> T part(Class<T> type) {
        var components = type.getRecordComponents();
        var arguments = Stream.of(components).map(this::value).toArray();
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when a name was given that no part has: it would be ignored in silence */
    void requireAllRead() {
        var unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(read);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no such fact: " + unknown);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        read.add(component.getName());
        var value = values.get(component.getName());
        if (value == null) {
            return null;
        }
        try {
            return fit(value, component.getGenericType());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(component.getName() + " cannot be " + value, e);
        }
    }

    private static Object fit(Object value, Type type) {
        if (type instanceof ParameterizedType many) {
            var each = many.getActualTypeArguments()[0];
            var elements = new ArrayList<Object>();
            elements(value).forEach(element -> elements.add(fit(element, each)));
            return many.getRawType() == Set.class ? new LinkedHashSet<>(elements) : List.copyOf(elements);
        }
        var wanted = (Class<?>) type;
        if (value instanceof Map<?, ?> parts && wanted.isRecord()) {
            return element(parts, wanted.asSubclass(Record.class));
        }
        return wanted.isInstance(value) ? value : read(value.toString().strip(), wanted);
    }

    /** One hop, one bidder, as a record of a case keeps it. */
    private static Record element(Map<?, ?> parts, Class<? extends Record> wanted) {
        var named = new HashMap<String, @Nullable Object>();
        parts.forEach((name, part) -> named.put(name.toString(), part));
        var facts = new KnownFacts(named);
        var element = facts.part(wanted);
        facts.requireAllRead();
        return element;
    }

    private static Collection<?> elements(Object value) {
        if (value instanceof Collection<?> many) {
            return many;
        }
        return Arrays.stream(value.toString().strip().split("\\s+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static Object read(String text, Class<?> wanted) {
        if (wanted.isEnum()) {
            return Stream.of(wanted.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no " + wanted.getSimpleName() + " " + text));
        }
        if (wanted == String.class) {
            return text;
        }
        if (wanted == Boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        if (wanted == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (wanted == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (wanted == Integer.class) {
            return Integer.valueOf(text);
        }
        if (wanted == Long.class) {
            return Long.valueOf(text);
        }
        throw new IllegalArgumentException("no " + wanted.getSimpleName() + " " + text);
    }
}
