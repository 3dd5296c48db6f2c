package org.sluice.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sluice.process.CaseId;
import org.sluice.process.Role;

/**
 * How one model asks one decision table: its facts, and what follows from its rows. There is one bean per decision
 * reference in a model; {@code rulebook} calls it around the engine's evaluation and keeps the record.
 */
public interface DecisionStep {

    /** Id of the business rule task, unique over all models. */
    String element();

    /** Key of the decision table. */
    String decision();

    /**
     * The table's inputs by name, as a record of numbers, texts, flags and lists of texts; it is stored with the
     * decision.
     */
    Record facts(CaseId caseId);

    /** Version of the facts record, raised when its meaning changes. */
    default int factsSchema() {
        return 1;
    }

    /**
     * A row that fired, with its outputs.
     *
     * @param row the row's id
     */
    record Row(String row, Map<String, Object> outputs) {

        /** A whole number that the table must give. */
        public int whole(String output) {
            if (outputs.get(output) instanceof Number number) {
                return number.intValue();
            }
            throw new IllegalStateException("Row " + row + " gives no number " + output);
        }

        /** Roles that the table names, comma-separated and in order; none where the cell is empty. */
        public List<Role> roles(String output) {
            var cell = outputs.get(output);
            return cell == null || cell.toString().isBlank()
                    ? List.of()
                    : Arrays.stream(cell.toString().split(","))
                            .map(String::strip)
                            .map(Role::valueOf)
                            .toList();
        }
    }

    /** Roles as a table writes them. */
    static String written(List<Role> roles) {
        return roles.stream().map(Role::name).collect(Collectors.joining(", "));
    }

    /**
     * The step that asks about one of several things, where the model asks the table once for each; its facts and its
     * effect are that thing's.
     *
     * @param index from 0
     */
    default DecisionStep about(int index) {
        return this;
    }

    /** Puts the decision into effect and returns the flags that the model needs. */
    Flags apply(CaseId caseId, List<Row> rows);
}
