package org.sluice.rules;

import java.util.List;
import java.util.Map;
import org.sluice.process.LocalText;

/**
 * A decision table as people read it.
 *
 * @param key id of the decision, which is also the name of its file
 * @param hitPolicy how many rows may fire: {@code FIRST}, {@code UNIQUE}, {@code COLLECT} …
 * @param aggregation how the answers of a {@code COLLECT} become one, such as {@code MAX}; empty for a list of them
 * @param inputs columns that are asked, in order
 * @param outputs columns that are answered, in order
 * @param rows in the order in which they are tried
 */
public record DecisionTable(
        String key,
        LocalText name,
        String hitPolicy,
        String aggregation,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows) {

    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rows = List.copyOf(rows);
    }

    /**
     * A column of the table.
     *
     * @param name name of the fact, or of the answer
     * @param type as the table states it: {@code string}, {@code boolean}, {@code integer}, {@code double}
     */
    public record Column(String name, LocalText label, String type) {}

    /**
     * A row of the table, with its reason.
     *
     * @param id a speaking word, stored with each decision that the row made
     * @param inputs cells in the order of {@link DecisionTable#inputs}; an empty one means: any
     * @param outputs cells in the order of {@link DecisionTable#outputs}
     * @param text what the row says, for people
     * @param housePolicy true when the row or its threshold is the bank's own will and not, or not only, a law's
     * @param clauses refs of the clauses behind the row; empty for pure house policy
     */
    public record Row(
            String id,
            List<String> inputs,
            List<String> outputs,
            LocalText text,
            boolean housePolicy,
            List<String> clauses) {

        public Row {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * Names of the inputs for which there is no value. A table passes an unknown fact over in silence, so it must not
     * be asked while one is missing.
     */
    public List<String> missingFrom(Map<String, ?> facts) {
        return inputs.stream()
                .map(Column::name)
                .filter(name -> facts.get(name) == null)
                .toList();
    }

    /**
     * Reads one table from DMN.
     *
     * @throws IllegalArgumentException when the text is no DMN with exactly one decision table whose names and rows are
     *     written as {@code rules/README.md} says; the message names the place
     */
    public static DecisionTable read(String dmn) {
        return new DmnReader(dmn).table();
    }
}
