package org.sluice.ui.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;

/** The rule book, readable, each release as it stood: tables with the reasons behind each row, and parameters. */
public interface RulebookDesk {

    record Release(int number, Instant inForceFrom) {}

    record Table(
            String key,
            LocalText name,
            String hitPolicy,
            List<String> inputs,
            List<String> outputs,
            List<TableRow> rows) {}

    /**
     * Cells as they stand in the table; an empty cell means: any.
     *
     * @param housePolicy the row or its threshold is the bank's own will and not, or not only, a law's
     */
    record TableRow(
            String id,
            List<String> inputs,
            List<String> outputs,
            LocalText description,
            boolean housePolicy,
            List<String> clauses) {}

    record Parameter(String key, BigDecimal value, String unit, LocalText what) {}

    record Clause(String ref, String article, LocalText summary, String mark, boolean verified) {}

    /**
     * Something that two releases do not have in common.
     *
     * @param table key of the table, or null for a parameter
     * @param item a row, or the parameter
     * @param before null when it was added
     * @param after null when it was taken away
     */
    record Change(
            @Nullable String table,
            String item,
            @Nullable LocalText before,
            @Nullable LocalText after) {}

    /** All of them, the one in force first. */
    List<Release> releases();

    /** @throws org.sluice.process.NotFound when there is no such release */
    List<Table> tables(int release);

    List<Parameter> parameters(int release);

    /** The clauses that the tables of a release refer to, as they are read today. */
    List<Clause> clauses(int release);

    List<Change> changes(int from, int to);
}
