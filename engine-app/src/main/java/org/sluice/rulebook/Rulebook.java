package org.sluice.rulebook;

import java.util.List;
import java.util.TreeSet;
import org.sluice.process.LocalText;
import org.sluice.rules.DecisionTable;
import org.sluice.rules.DecisionTables;
import org.sluice.ui.rulebook.RulebookDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tables in force as people read them; open to everybody who is signed in. */
@Service
class Rulebook implements RulebookDesk {

    private final DecisionTables tables;
    private final Releases releases;
    private final JdbcClient jdbc;

    Rulebook(DecisionTables tables, Releases releases, JdbcClient jdbc) {
        this.tables = tables;
        this.releases = releases;
        this.jdbc = jdbc;
    }

    @Override
    public int release() {
        return releases.current();
    }

    @Override
    public List<Table> tables() {
        return tables.keys().stream().map(tables::table).map(Rulebook::table).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Clause> clauses() {
        var refs = new TreeSet<String>();
        tables().forEach(table -> table.rows().forEach(row -> refs.addAll(row.clauses())));
        return jdbc.sql("select * from sluice.regulation_clause where ref = any(?::text[]) order by ref")
                .param(refs.toArray(String[]::new))
                .query((row, n) -> new Clause(
                        row.getString("ref"),
                        row.getString("article"),
                        new LocalText(row.getString("summary_zh"), row.getString("summary_en")),
                        row.getString("mark"),
                        row.getBoolean("verified")))
                .list();
    }

    private static Table table(DecisionTable table) {
        return new Table(
                table.key(),
                table.name(),
                table.hitPolicy(),
                names(table.inputs()),
                names(table.outputs()),
                table.rows().stream()
                        .map(row -> new TableRow(row.id(), row.inputs(), row.outputs(), row.text(), row.clauses()))
                        .toList());
    }

    private static List<String> names(List<DecisionTable.Column> columns) {
        return columns.stream().map(DecisionTable.Column::name).toList();
    }
}
