package org.sluice.demo.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sluice.process.LocalText;

/** Rows of one file of {@code resources/demo}: a header, then cells divided by bars. */
record WordList(List<Row> rows) {

    /** One row; asking for a column that the file does not have is a mistake of the caller. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
            }
            return cell;
        }

        /** The columns {@code <stem>zh} and {@code <stem>en}. */
        LocalText text(String stem) {
            return new LocalText(get(stem + "zh"), get(stem + "en"));
        }

        /** A cell of words divided by blanks. */
        List<String> words(String column) {
            return get(column).isEmpty() ? List.of() : List.of(get(column).split(" "));
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        double decimal(String column) {
            return Double.parseDouble(get(column));
        }
    }

    static WordList of(String file) {
        try (var stream = WordList.class.getResourceAsStream("/demo/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("demo/" + file + " is missing from the class path");
            }
            var lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var header = lines.get(0).split("\\|");
            return new WordList(
                    lines.stream().skip(1).map(line -> row(header, line)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows whose column has this value. */
    List<Row> where(String column, String value) {
        return rows.stream().filter(row -> row.get(column).equals(value)).toList();
    }

    /** The counts of one subject of {@code counts.csv}, in the file's order. */
    static Map<String, Integer> counts(String what) {
        var counts = new LinkedHashMap<String, Integer>();
        of("counts.csv").where("what", what).forEach(row -> counts.put(row.get("code"), row.number("count")));
        return counts;
    }

    private static Row row(String[] header, String line) {
        var parts = line.split("\\|", -1);
        var cells = new HashMap<String, String>();
        for (int i = 0; i < header.length; i++) {
            cells.put(header[i], parts[i]);
        }
        return new Row(cells);
    }
}
