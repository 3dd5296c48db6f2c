package org.sluice.process;

import java.util.List;
import java.util.Locale;

/**
 * What is wrong with one field and how to mend it.
 *
 * @param field the field's path in the body, such as {@code fieldsNeeded[2].reason}
 * @param key message key below {@code field.} of {@code refusals_zh/en.properties}: {@code required}, {@code tooLong} …
 * @param arguments fill {0}, {1} … of the text
 */
public record FieldProblem(String field, String key, List<String> arguments) {

    public FieldProblem {
        arguments = List.copyOf(arguments);
    }

    public FieldProblem(String field, String key, Object... arguments) {
        this(field, key, List.of(arguments).stream().map(Object::toString).toList());
    }

    public String text(Locale locale) {
        return Refusal.text(locale, "field." + key, arguments);
    }
}
