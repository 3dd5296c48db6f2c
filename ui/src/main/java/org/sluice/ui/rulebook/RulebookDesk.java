package org.sluice.ui.rulebook;

import java.util.List;
import org.sluice.process.LocalText;

/** The decision tables in force, readable, with the clause behind each row. */
public interface RulebookDesk {

    record Table(
            String key,
            LocalText name,
            String hitPolicy,
            List<String> inputs,
            List<String> outputs,
            List<TableRow> rows) {}

    /** Cells as they stand in the table; an empty cell means: any. */
    record TableRow(
            String id, List<String> inputs, List<String> outputs, LocalText description, List<String> clauses) {}

    record Clause(String ref, String article, LocalText summary, String mark, boolean verified) {}

    /** Number of the release in force. */
    int release();

    List<Table> tables();

    /** The clauses that the tables in force refer to. */
    List<Clause> clauses();
}
