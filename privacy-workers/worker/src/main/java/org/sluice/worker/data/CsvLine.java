package org.sluice.worker.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a CSV file (RFC 4180, without fields that run over several lines); blanks around a field do not belong to it. */
public final class CsvLine {

    private CsvLine() {}

    /** All fields; nothing if a quote is not closed, or stands in a field without quotes. */
    public static Optional<List<String>> fields(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int end = end(line, from); end >= 0; end = end(line, from)) {
            fields.add(plain(line.substring(from, end)));
            if (end == line.length()) {
                return Optional.of(fields);
            }
            from = end + 1;
        }
        return Optional.empty();
    }

    /** One field, the first being 0, without a copy of the others; nothing where the line has none there that can be told. */
    static Optional<String> field(String line, int index) {
        int from = 0;
        int end = end(line, 0);
        for (int i = 0; i < index && end >= 0; i++) {
            from = end + 1;
            end = from > line.length() ? -1 : end(line, from);
        }
        return end < 0 ? Optional.empty() : Optional.of(plain(line.substring(from, end)));
    }

    /** Where the comma is, or the line's end, that closes the field which begins here; negative where none does. */
    private static int end(String line, int from) {
        int first = pastBlanks(line, from);
        int quote = line.indexOf('"', first);
        if (quote != first) {
            int comma = line.indexOf(',', first);
            int end = comma < 0 ? line.length() : comma;
            return quote >= 0 && quote < end ? -1 : end;
        }
        quote = line.indexOf('"', first + 1);
        while (quote >= 0 && line.startsWith("\"", quote + 1)) {
            quote = line.indexOf('"', quote + 2);
        }
        if (quote < 0) {
            return -1;
        }
        int end = pastBlanks(line, quote + 1);
        return end == line.length() || line.charAt(end) == ',' ? end : -1;
    }

    private static int pastBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String plain(String field) {
        String text = field.strip();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }
}
