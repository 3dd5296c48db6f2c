package org.sluice.rulebook;

import java.util.List;
import java.util.TreeSet;
import org.sluice.process.LocalText;
import org.sluice.rules.DecisionTable;
import org.sluice.rules.RuleBook;
import org.sluice.ui.rulebook.RulebookDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rule book as people read it, each release as it stood; open to everybody who is signed in. */
@Service
class Rulebook implements RulebookDesk {

    private final Releases releases;
    private final JdbcClient jdbc;

    Rulebook(Releases releases, JdbcClient jdbc) {
        this.releases = releases;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public List<Release> releases() {
        releases.current();
        return releases.all();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> tables(int release) {
        var tables = releases.tables(release);
        return tables.keys().stream().map(tables::table).map(Rulebook::table).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Parameter> parameters(int release) {
        return releases.parameters(release).stream()
                .map(value -> new Parameter(value.key(), value.value(), value.unit(), value.what()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Rule> rules(int release) {
        return releases.rules(release).stream().map(Rulebook::rule).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Clause> clauses(int release) {
        var refs = new TreeSet<String>();
        releases.rules(release).forEach(rule -> refs.addAll(rule.refs()));
        tables(release).forEach(table -> table.rows().forEach(row -> refs.addAll(row.clauses())));
        return jdbc.sql("""
                        select ref, article, summary_zh, summary_en, mark, verified from sluice.regulation_clause
                        where ref = any(:refs::text[])
                        union all select code, '', name_zh, name_en, mark, verified from sluice.standard
                        where code = any(:refs::text[]) order by ref
                        """)
                .param("refs", refs.toArray(String[]::new))
                .query((row, n) -> new Clause(
                        row.getString("ref"),
                        row.getString("article"),
                        new LocalText(row.getString("summary_zh"), row.getString("summary_en")),
                        row.getString("mark"),
                        row.getBoolean("verified")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> changes(int from, int to) {
        var changes = ReleaseChanges.ofTables(releases.tables(from), releases.tables(to));
        changes.addAll(ReleaseChanges.ofRules(releases.rules(from), releases.rules(to)));
        changes.addAll(ReleaseChanges.ofParameters(releases.parameters(from), releases.parameters(to)));
        return List.copyOf(changes);
    }

    private static Table table(DecisionTable table) {
        return new Table(
                table.key(),
                table.name(),
                table.hitPolicy(),
                names(table.inputs()),
                names(table.outputs()),
                table.rows().stream()
                        .map(row -> new TableRow(
                                row.id(), row.inputs(), row.outputs(), row.text(), row.housePolicy(), row.clauses()))
                        .toList());
    }

    private static Rule rule(RuleBook.Rule rule) {
        return new Rule(
                rule.id(),
                rule.group().folder(),
                rule.severity().name(),
                rule.layer().name(),
                rule.statement(),
                rule.refs(),
                rule.reviewGroups(),
                rule.waivable(),
                rule.remedy(),
                rule.basis(),
                rule.file(),
                rule.line(),
                rule.drl());
    }

    private static List<String> names(List<DecisionTable.Column> columns) {
        return columns.stream().map(DecisionTable.Column::name).toList();
    }
}
