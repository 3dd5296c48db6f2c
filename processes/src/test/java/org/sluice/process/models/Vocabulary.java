package org.sluice.process.models;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sluice.process.Var;

/** The constants of a {@code …Process} class, read by reflection: what its model may name. */
record Vocabulary(
        String key,
        Set<String> tasks,
        Set<String> topics,
        Set<String> messages,
        Set<String> errors,
        Set<String> signals,
        Set<String> decisions,
        Set<String> variables) {

    static Vocabulary of(Class<?> type) {
        return new Vocabulary(
                (String) value(type, "KEY"),
                constants(type, "Task"),
                constants(type, "Topic"),
                constants(type, "Message"),
                constants(type, "Error"),
                constants(type, "Signal"),
                constants(type, "Decision"),
                listedVariables(type));
    }

    /** Fields of type Var that {@code VARIABLES} forgot. */
    static List<String> unlistedVariables(Class<?> type) {
        var listed = listedVariables(type);
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == Var.class)
                .map(field -> ((Var<?>) read(field)).name())
                .filter(name -> !listed.contains(name))
                .toList();
    }

    private static Set<String> listedVariables(Class<?> type) {
        return ((List<?>) value(type, "VARIABLES"))
                .stream().map(variable -> ((Var<?>) variable).name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?> type, String nested) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(each -> each.getSimpleName().equals(nested))
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> (String) read(field))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object value(Class<?> type, String field) {
        try {
            return read(type.getDeclaredField(field));
        } catch (NoSuchFieldException e) {
            throw new AssertionError(type + " has no " + field, e);
        }
    }

    private static Object read(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field + " is not public", e);
        }
    }
}
