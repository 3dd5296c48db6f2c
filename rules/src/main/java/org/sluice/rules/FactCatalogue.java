package org.sluice.rules;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.rules.facts.CaseFacts;
import org.sluice.rules.facts.LotFacts;

/** All facts that rules may look at, for forms that ask for them, pages that show them and records that keep them. */
public final class FactCatalogue {

    /** What a fact's value is. */
    public enum Kind {
        BOOLEAN,
        /** A number without decimals. */
        WHOLE,
        NUMBER,
        DATE,
        TEXT,
        /** One of {@link Fact#codes}. */
        CHOICE,
        /** Any of {@link Fact#codes}, each at most once. */
        CHOICES,
        /** A set of texts. */
        TEXTS,
        /** A list of records; their own facts are in the catalogue too, see {@link Fact#element}. */
        COMPLEX
    }

    /**
     * One fact.
     *
     * @param part name of the record that holds it; parts come one after the other
     * @param name by which {@code SupplierFacts.of} and {@code DataProductFacts.of} take it; unique in its group
     * @param type name of the choice ({@code SupplierType}) or of the elements' part ({@code SourceHop}), else of the
     *     value's plain type
     * @param codes what a choice may be, in order; empty for all other kinds
     * @param measure what a number counts and how large it may be; null for all other kinds
     * @param element whether it is a fact of each element of a COMPLEX one, and none of the case itself
     * @param personal whether the value is a person's data: shown to nobody who has no need, and kept in no record
     */
    public record Fact(
            String part,
            String name,
            LocalText label,
            Kind kind,
            String type,
            List<String> codes,
            @Nullable Measure measure,
            boolean element,
            boolean personal) {

        public Fact {
            codes = List.copyOf(codes);
        }
    }

    private static final Map<RuleGroup, Map<String, Fact>> ALL = all();

    private FactCatalogue() {}

    /** The facts of a group, in the order of its parts. */
    public static List<Fact> of(RuleGroup group) {
        return List.copyOf(ALL.getOrDefault(group, Map.of()).values());
    }

    /** @throws IllegalArgumentException when the group has no such fact */
    public static Fact fact(RuleGroup group, String name) {
        var fact = ALL.getOrDefault(group, Map.of()).get(name);
        if (fact == null) {
            throw new IllegalArgumentException("no such fact: " + name);
        }
        return fact;
    }

    /**
     * What is known of a case, by name, without a person's data: fit for a record. Choices are texts, sets are lists in
     * alphabetical order, records are maps. Read again by {@code SupplierFacts.of} or {@code DataProductFacts.of} it is
     * the same case, but for what it must not hold.
     */
    public static Map<String, @Nullable Object> recorded(CaseFacts facts) {
        var group = RuleGroup.of(facts);
        var recorded = new LinkedHashMap<String, @Nullable Object>();
        for (var part : facts.parts()) {
            for (var component : part.getClass().getRecordComponents()) {
                var fact = fact(group, component.getName());
                if (fact.element() || fact.personal()) {
                    continue;
                }
                var value = value(component, part);
                // a lot of which nothing is known is still a lot
                if (value != null || part instanceof LotFacts) {
                    recorded.put(component.getName(), value == null ? null : plain(group, value));
                }
            }
        }
        return recorded;
    }

    private static Object plain(RuleGroup group, Object value) {
        if (value instanceof Set<?> many) {
            return many.stream().map(Object::toString).sorted().toList();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(each -> plain(group, each)).toList();
        }
        if (value instanceof Record element) {
            var known = new LinkedHashMap<String, Object>();
            for (var component : element.getClass().getRecordComponents()) {
                var of = value(component, element);
                if (of != null && !fact(group, component.getName()).personal()) {
                    known.put(component.getName(), plain(group, of));
                }
            }
            return known;
        }
        return value instanceof Enum<?> choice ? choice.name() : value;
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<RuleGroup, Map<String, Fact>> all() {
        var table = FactTable.shipped();
        var all = new EnumMap<RuleGroup, Map<String, Fact>>(RuleGroup.class);
        for (var group : RuleGroup.values()) {
            var components = FactTable.parts(group)
                    .flatMap(part -> Stream.of(part.getRecordComponents()))
                    .toList();
            var elements = components.stream()
                    .flatMap(each -> Stream.ofNullable(element(each.getGenericType())))
                    .filter(Class::isRecord)
                    .toList();
            var named = new LinkedHashMap<String, Fact>();
            components.forEach(each -> {
                var told = table.fact(group, each.getName());
                if (told == null) {
                    throw new IllegalStateException("facts.csv does not name " + each.getName());
                }
                named.put(each.getName(), fact(told, each, elements.contains(each.getDeclaringRecord())));
            });
            all.put(group, named);
        }
        return all;
    }

    private static Fact fact(FactTable.Fact told, RecordComponent component, boolean element) {
        var many = element(component.getGenericType());
        var type = many == null ? component.getType() : many;
        var codes = new ArrayList<String>();
        if (type.isEnum()) {
            Stream.of(type.getEnumConstants()).forEach(each -> codes.add(((Enum<?>) each).name()));
        }
        return new Fact(
                told.part(),
                told.name(),
                told.label(),
                kind(type, many != null),
                type.getSimpleName(),
                codes,
                told.measure(),
                element,
                told.personal());
    }

    private static Kind kind(Class<?> type, boolean many) {
        if (type.isEnum()) {
            return many ? Kind.CHOICES : Kind.CHOICE;
        }
        if (type.isRecord()) {
            return Kind.COMPLEX;
        }
        if (type == String.class) {
            return many ? Kind.TEXTS : Kind.TEXT;
        }
        if (type == Boolean.class) {
            return Kind.BOOLEAN;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        if (type == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (type == Integer.class || type == Long.class) {
            return Kind.WHOLE;
        }
        throw new IllegalStateException("no kind of fact for " + type.getSimpleName());
    }

    /** Of what there are several; null when there is one value. */
    private static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType many && many.getActualTypeArguments()[0] instanceof Class<?> each
                ? each
                : null;
    }
}
