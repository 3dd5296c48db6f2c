package org.sluice.shared.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Body;
import org.springframework.stereotype.Component;

/**
 * Describes our records in OpenAPI: of what a caller posts, what must be there and how long or large it may be, as the
 * body's own check has it; of what the API answers, that everything is there and what may be null.
 */
@Component
class BodySchemas implements ModelConverter {

    private final ObjectMapper json;

    BodySchemas(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var resolved = chain.next().resolve(annotated, context, chain);
        var type = raw(annotated);
        if (resolved != null
                && type != null
                && type.isRecord()
                && type.getName().startsWith("org.sluice.")) {
            var schema = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels()
                            .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
            if (schema != null && schema.getProperties() != null) {
                describe(schema, type, context);
            }
        }
        return resolved;
    }

    private void describe(Schema<?> schema, Class<?> type, ModelConverterContext context) {
        if (Body.class.isAssignableFrom(type)) {
            var limits = BodyLimits.of(type.asSubclass(Body.class), json);
            schema.setAdditionalProperties(false);
            limit(schema, "", limits, context);
        } else if (!isPartOfABody(type)) {
            answered(schema, type);
        }
    }

    /** A part is described with the body that it belongs to. */
    private static boolean isPartOfABody(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer != null && Body.class.isAssignableFrom(outer);
    }

    private static void limit(Schema<?> schema, String path, BodyLimits limits, ModelConverterContext context) {
        var required = new ArrayList<String>();
        for (var name : schema.getProperties().keySet()) {
            var field = path.isEmpty() ? name : path + "." + name;
            Schema<?> property = schema.getProperties().get(name);
            if (limits.required().contains(field)) {
                required.add(name);
            }
            property.setMaxLength(limits.longest().get(field));
            var range = limits.range().getOrDefault(field, List.of());
            if (!range.isEmpty()) {
                property.setMinimum(BigDecimal.valueOf(range.get(0)));
            }
            if (range.size() > 1) {
                property.setMaximum(BigDecimal.valueOf(range.get(1)));
            }
            var element = property.getItems() == null ? null : named(property.getItems(), context);
            if (element != null && element.getProperties() != null) {
                element.setAdditionalProperties(false);
                limit(element, field + "[]", limits, context);
            }
        }
        schema.setRequired(required);
    }

    private static @Nullable Schema<?> named(Schema<?> reference, ModelConverterContext context) {
        var ref = reference.get$ref();
        return ref == null ? reference : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static void answered(Schema<?> schema, Class<?> type) {
        var properties = schema.getProperties();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            var property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            required.add(component.getName());
            if (mayBeNull(component)) {
                properties.put(component.getName(), orNull(property));
            }
        }
        schema.setRequired(required);
    }

    private static boolean mayBeNull(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(Nullable.class::isInstance);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            var nothing = new Schema<>();
            nothing.setTypes(Set.of("null"));
            return new Schema<>().anyOf(List.of(new Schema<>().$ref(property.get$ref()), nothing));
        }
        var types = new LinkedHashSet<String>();
        if (property.getTypes() != null) {
            types.addAll(property.getTypes());
        } else if (property.getType() != null) {
            types.add(property.getType());
        }
        types.add("null");
        property.setTypes(types);
        return property;
    }

    private static @Nullable Class<?> raw(AnnotatedType annotated) {
        if (annotated.getType() instanceof Class<?> type) {
            return type;
        }
        if (annotated.getType() instanceof JavaType type) {
            return type.getRawClass();
        }
        return annotated.getType() == null
                ? null
                : Json31.mapper().constructType(annotated.getType()).getRawClass();
    }
}
