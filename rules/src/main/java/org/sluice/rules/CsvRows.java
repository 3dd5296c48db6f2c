package org.sluice.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table with a header line: cells separated by commas, quoted where they hold one. */
final class CsvRows {

    /**
     * One row.
     *
     * @param cells column to cell, in order
     */
    record Row(Map<String, String> cells) {

        /** @throws IllegalArgumentException when the table has no such column */
        String get(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("the table has no column " + column);
            }
            return cell;
        }
    }

    private CsvRows() {}

    /** The rows below the header. */
    static List<Row> of(String text) {
        var lines = lines(text);
        var header = lines.get(0);
        var rows = new ArrayList<Row>();
        for (var cells : lines.subList(1, lines.size())) {
            if (cells.size() != header.size()) {
                throw new IllegalArgumentException(header.size() + " cells expected but there are " + cells);
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    /** A text of the class path. */
    static String resource(String path) {
        try (var in = CsvRows.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> lines(String text) {
        var lines = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(cells));
                    cells.clear();
                }
            } else {
                cell.append(c);
            }
        }
        if (quoted || cell.length() > 0 || !cells.isEmpty()) {
            throw new IllegalArgumentException("a table ends with a line's end, outside of quotes");
        }
        return lines;
    }
}
