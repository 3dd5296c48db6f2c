package org.sluice.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of {@code examples/<decision>.csv}: what is given, which rows must fire, what they must answer.
 *
 * @param nearMissOf the row that this example only just misses; empty for most
 */
record Example(
        String situation,
        Map<String, String> given,
        List<String> rows,
        String nearMissOf,
        List<Map<String, String>> answers) {

    static List<Example> of(DecisionTable table) throws IOException {
        try (var in = Example.class.getResourceAsStream("/examples/" + table.key() + ".csv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var header = lines.get(0).split(",");
            return lines.stream()
                    .skip(1)
                    .map(line -> of(table, cells(header, line)))
                    .toList();
        }
    }

    private static Map<String, String> cells(String[] header, String line) {
        var values = line.split(",", -1);
        if (values.length != header.length) {
            throw new AssertionError(header.length + " cells expected: " + line);
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < header.length; i++) {
            cells.put(header[i], values[i].strip());
        }
        return cells;
    }

    private static Example of(DecisionTable table, Map<String, String> cells) {
        var given = new LinkedHashMap<String, String>();
        table.inputs().forEach(each -> given.put(each.name(), cells.get(each.name())));
        var rows = words(cells.get("rows"));
        var answers = new ArrayList<Map<String, String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = i;
            answers.add(table.outputs().stream()
                    .collect(Collectors.toMap(DecisionTable.Column::name, each -> cells.get(each.name())
                            .split(" / ")[row])));
        }
        return new Example(cells.get("situation"), given, rows, cells.get("nearMissOf"), answers);
    }

    /** The given facts in the types that the engine is handed; an empty cell is a fact that nobody knows. */
    Map<String, Object> facts(DecisionTable table) {
        var facts = new LinkedHashMap<String, Object>();
        for (var input : table.inputs()) {
            var text = given.get(input.name());
            if (text.isEmpty()) {
                facts.put(input.name(), null);
                continue;
            }
            facts.put(
                    input.name(),
                    switch (input.type()) {
                        case "double" -> Double.valueOf(text);
                        case "integer" -> Long.valueOf(text);
                        case "boolean" -> Boolean.valueOf(text);
                        default -> text;
                    });
        }
        return facts;
    }

    long differencesTo(Example other) {
        return given.entrySet().stream()
                .filter(each -> !each.getValue().equals(other.given().get(each.getKey())))
                .count();
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" "));
    }
}
