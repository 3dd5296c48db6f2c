package org.sluice.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with one field and how to mend it.
 *
 * @param field the field's path in the body, such as {@code fieldsNeeded[2].reason}
 * @param key message key below {@code field.} of {@code refusals_zh/en.properties}: {@code required}, {@code tooLong} …
 * @param arguments fill {0}, {1} … of the text: names by their {@link LocalText} and days stay as they are, to be said in
 *     the reader's language; anything else is text
 */
public record FieldProblem(String field, String key, List<Object> arguments) {

    public FieldProblem {
        arguments = arguments.stream().map(FieldProblem::plain).toList();
    }

    public FieldProblem(String field, String key, Object... arguments) {
        this(field, key, List.of(arguments));
    }

    private static Object plain(Object argument) {
        return argument instanceof LocalText || argument instanceof LocalDate ? argument : argument.toString();
    }

    public String text(Locale locale) {
        return Refusal.text(locale, "field." + key, arguments);
    }
}
