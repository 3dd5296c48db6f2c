package org.sluice.ui.rulebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Role;

/** The rule book, readable, each release as it stood: tables with the reasons behind each row, rules, and parameters. */
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

    /**
     * One rule.
     *
     * @param group code below {@code RuleGroup.}
     * @param severity code below {@code Severity.}
     * @param layer code below {@code Layer.}
     * @param refs clauses and standards; {@link #HOUSE_POLICY} and {@link #PRACTICE} stand among them
     * @param settledBy who settles what it finds or may waive it; empty for what nobody settles
     * @param basis where it comes from, with the marks of what is not verified
     * @param drl the rule alone, as it stands in its file
     */
    record Rule(
            String id,
            String group,
            String severity,
            String layer,
            LocalText statement,
            List<String> refs,
            List<Role> settledBy,
            boolean waivable,
            LocalText remedy,
            String basis,
            String file,
            int line,
            String drl) {}

    /** Among the refs of a rule: the bank itself wants it. */
    String HOUSE_POLICY = "house policy";

    /** Among the refs of a rule: supervisors ask for it, and no clause is known. */
    String PRACTICE = "unverified practice";

    /** A clause, or a standard, which has no article. */
    record Clause(String ref, String article, LocalText summary, String mark, boolean verified) {}

    /**
     * Something that two releases do not have in common.
     *
     * @param table key of the table, {@link #RULES} for a rule, or null for a parameter
     * @param item a row, a rule, or the parameter
     * @param before null when it was added
     * @param after null when it was taken away
     */
    record Change(
            @Nullable String table,
            String item,
            @Nullable LocalText before,
            @Nullable LocalText after) {}

    /** Stands for the rules where a change names its table. */
    String RULES = "rules";

    /** All of them, the one in force first. */
    List<Release> releases();

    /** @throws org.sluice.process.NotFound when there is no such release */
    List<Table> tables(int release);

    List<Parameter> parameters(int release);

    /** In the order of their table; none in a release that is older than the rules. */
    List<Rule> rules(int release);

    /** The clauses and standards that tables and rules of a release refer to, as they are read today. */
    List<Clause> clauses(int release);

    List<Change> changes(int from, int to);
}
