package org.sluice.rules;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.rules.facts.Findings;
import org.sluice.rules.facts.RuleParameters;
import org.sluice.rules.facts.Today;

/**
 * Every word that a rule of one group may say, read off the facts themselves: a word that is not here is refused,
 * whatever it would mean to a compiler. So no list of dangerous words is needed, and none can be incomplete.
 */
final class Vocabulary {

    static final String RESULT = Findings.class.getSimpleName();
    static final String RESULT_VERB = "found";

    /** Words of the left-hand side that belong to the language; all others are the house's. */
    static final Set<String> LANGUAGE = Set.of("not", "exists", "and", "or", "in", "contains", "true", "false", "null");

    private static final Set<Class<?>> TOOLS = Set.of(Today.class, RuleParameters.class);

    private final Map<String, Class<?>> types = new TreeMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Set<String>> constants = new HashMap<>();
    private final Set<String> anywhere = new HashSet<>();
    private final Set<String> imports = new TreeSet<>();

    private Vocabulary(RuleGroup group) {
        FactTable.parts(group).forEach(this::fact);
        TOOLS.forEach(this::tool);
        add(Findings.class, Set.of());
    }

    static Vocabulary of(RuleGroup group) {
        return new Vocabulary(group);
    }

    private void fact(Class<? extends Record> type) {
        add(type, members(type));
        anywhere.addAll(members(type));
        Stream.of(type.getRecordComponents()).forEach(each -> choices(each.getGenericType()));
    }

    private void tool(Class<?> type) {
        var verbs = members(type);
        verbs.removeAll(Set.of("values", "with", "date"));
        add(type, verbs);
    }

    private void add(Class<?> type, Set<String> words) {
        types.put(type.getSimpleName(), type);
        members.put(type.getSimpleName(), words);
        imports.add(type.getName());
    }

    private void choices(Type type) {
        if (type instanceof ParameterizedType many) {
            choices(many.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> one && one.isEnum()) {
            imports.add(one.getName());
            constants.put(
                    one.getSimpleName(),
                    Stream.of(one.getEnumConstants()).map(Object::toString).collect(Collectors.toSet()));
        }
    }

    private static Set<String> members(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(each -> Modifier.isPublic(each.getModifiers()) && !Modifier.isStatic(each.getModifiers()))
                .map(Method::getName)
                .filter(each -> !Set.of("equals", "hashCode", "toString").contains(each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean mayImport(String name) {
        return imports.contains(name);
    }

    Set<String> imports() {
        return imports;
    }

    boolean isType(String word) {
        return types.containsKey(word);
    }

    boolean isChoice(String type) {
        return constants.containsKey(type);
    }

    boolean isConstant(String type, String word) {
        return constants.getOrDefault(type, Set.of()).contains(word);
    }

    /** A component or a derived value of some part; the compiler then finds out whether it is one of this part. */
    boolean isMember(String word) {
        return anywhere.contains(word);
    }

    boolean isMemberOf(@Nullable String type, String word) {
        return type != null && members.getOrDefault(type, Set.of()).contains(word);
    }

    boolean isTool(@Nullable String type) {
        return type != null
                && TOOLS.stream().anyMatch(each -> each.getSimpleName().equals(type));
    }

    boolean isFact(@Nullable String type) {
        return type != null && types.containsKey(type) && !isTool(type) && !type.equals(RESULT);
    }
}
