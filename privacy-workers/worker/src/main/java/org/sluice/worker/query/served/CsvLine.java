package org.sluice.worker.query.served;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a CSV file (RFC 4180, without fields that run over several lines). */
final class CsvLine {

    private CsvLine() {}

    /** Its fields without quotes and without blanks around; nothing if a quote is not closed, or stands in a field. */
    static Optional<List<String>> fields(String line) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (true) {
            int end = end(line, at);
            if (end < 0) {
                return Optional.empty();
            }
            fields.add(plain(line.substring(at, end).strip()));
            if (end == line.length()) {
                return Optional.of(fields);
            }
            at = end + 1;
        }
    }

    /** Where the field that begins here ends, or -1 if it is none. */
    private static int end(String line, int from) {
        boolean quoted = false;
        boolean isClosed = false;
        boolean isEmpty = true;
        for (int i = from; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                if (!quoted && !isEmpty && !(isClosed && line.charAt(i - 1) == '"')) {
                    return -1;
                }
                isClosed = quoted;
                quoted = !quoted;
                isEmpty = false;
            } else if (each == ',' && !quoted) {
                return i;
            } else if (!Character.isWhitespace(each)) {
                if (isClosed && !quoted) {
                    return -1;
                }
                isEmpty = false;
            }
        }
        return quoted ? -1 : line.length();
    }

    private static String plain(String field) {
        return field.startsWith("\"") ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }
}
