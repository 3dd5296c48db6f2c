package org.sluice.shared.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.sluice.process.Body;
import org.sluice.process.FieldProblem;

/**
 * What a body demands, asked of the body itself: it is shown an empty form and forms that overflow, and what its check
 * objects to is what the API's description says. So the two cannot drift apart.
 *
 * @param required paths of fields that an empty body misses; {@code []} stands for any place in a list
 * @param longest characters by path
 * @param range lowest and highest number by path
 */
record BodyLimits(Set<String> required, Map<String, Integer> longest, Map<String, List<Long>> range) {

    private static final Pattern PLACE = Pattern.compile("\\[\\d+]");
    private static final String LONG = "x".repeat(100_000);

    static BodyLimits of(Class<? extends Body> type, ObjectMapper json) {
        var required = new TreeSet<String>();
        var longest = new TreeMap<String, Integer>();
        var range = new TreeMap<String, List<Long>>();
        for (var form : List.of(
                json.createObjectNode(),
                filled(type, json, BodyLimits::nothing),
                filled(type, json, BodyLimits::tooMuch))) {
            for (var problem : problems(form, type, json)) {
                var path = PLACE.matcher(problem.field()).replaceAll("[]");
                switch (problem.key()) {
                    case "required" -> required.add(path);
                    case "tooLong" ->
                        longest.put(
                                path,
                                Integer.parseInt(problem.arguments().get(0).toString()));
                    case "outOfRange" ->
                        range.put(
                                path,
                                problem.arguments().stream()
                                        .map(bound -> Long.valueOf(bound.toString()))
                                        .toList());
                    case "amount" -> range.put(path, List.of(0L));
                    default -> {
                        // a rule between fields, which a schema does not say
                    }
                }
            }
        }
        return new BodyLimits(required, longest, range);
    }

    private static List<FieldProblem> problems(ObjectNode form, Class<? extends Body> type, ObjectMapper json) {
        return json.convertValue(form, type).problems();
    }

    /** Lists hold one element, so that its fields are asked for too. */
    private static ObjectNode filled(Class<?> type, ObjectMapper json, BiConsumer<ObjectNode, RecordComponent> fill) {
        var form = json.createObjectNode();
        for (var component : type.getRecordComponents()) {
            if (List.class.isAssignableFrom(component.getType())) {
                var element = elementOf(component);
                if (element.isRecord()) {
                    form.putArray(component.getName()).add(filled(element, json, fill));
                }
            } else {
                fill.accept(form, component);
            }
        }
        return form;
    }

    private static Class<?> elementOf(RecordComponent list) {
        return list.getGenericType() instanceof ParameterizedType many
                        && many.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    private static void nothing(ObjectNode form, RecordComponent component) {
        form.putNull(component.getName());
    }

    private static void tooMuch(ObjectNode form, RecordComponent component) {
        var type = component.getType();
        if (type == String.class) {
            form.put(component.getName(), LONG);
        } else if (type == Integer.class) {
            form.put(component.getName(), Integer.MAX_VALUE);
        } else if (type == Long.class) {
            form.put(component.getName(), Long.MAX_VALUE);
        } else if (type == BigDecimal.class) {
            form.put(component.getName(), new BigDecimal("1e40"));
        }
    }
}
