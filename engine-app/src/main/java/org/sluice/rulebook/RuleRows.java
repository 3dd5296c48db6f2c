package org.sluice.rulebook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sluice.process.LocalText;
import org.sluice.process.Role;
import org.sluice.rules.Layer;
import org.sluice.rules.RuleBook;
import org.sluice.rules.RuleGroup;
import org.sluice.rules.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of the releases: their texts, and each rule as people read it. */
@Component
class RuleRows {

    private final JdbcClient jdbc;

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(int release, RuleBook book) {
        book.texts().forEach((path, drl) -> jdbc.sql(
                        "insert into sluice.rule_release_text (release, path, drl) values (?, ?, ?)")
                .params(release, path, drl)
                .update());
        for (int i = 0; i < book.rules().size(); i++) {
            keep(release, i + 1, book.rules().get(i));
        }
    }

    private void keep(int release, int place, RuleBook.Rule rule) {
        jdbc.sql("""
                        insert into sluice.rule_release_rule
                            (release, id, seq, rule_group, severity, layer, waivable, review_groups, refs, basis,
                             statement_zh, statement_en, remedy_zh, remedy_en, path, line, drl)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        release,
                        rule.id(),
                        place,
                        rule.group().folder(),
                        rule.severity().name(),
                        rule.layer().name(),
                        rule.waivable(),
                        rule.reviewGroups().stream().map(Role::name).toArray(String[]::new),
                        rule.refs().toArray(String[]::new),
                        rule.basis(),
                        rule.statement().zh(),
                        rule.statement().en(),
                        rule.remedy().zh(),
                        rule.remedy().en(),
                        rule.file(),
                        rule.line(),
                        rule.drl())
                .update();
    }

    /** The rules of a release in the order of their table; none when it is older than the rules. */
    List<RuleBook.Rule> of(int release) {
        return jdbc.sql("select * from sluice.rule_release_rule where release = ? order by seq")
                .param(release)
                .query((row, n) -> rule(row))
                .list();
    }

    private static RuleBook.Rule rule(ResultSet row) throws SQLException {
        return new RuleBook.Rule(
                row.getString("id"),
                RuleGroup.named(row.getString("rule_group")),
                Severity.valueOf(row.getString("severity")),
                Layer.valueOf(row.getString("layer")),
                row.getBoolean("waivable"),
                strings(row.getArray("review_groups")).stream()
                        .map(Role::valueOf)
                        .toList(),
                strings(row.getArray("refs")),
                row.getString("basis"),
                new LocalText(row.getString("statement_zh"), row.getString("statement_en")),
                new LocalText(row.getString("remedy_zh"), row.getString("remedy_en")),
                row.getString("path"),
                row.getInt("line"),
                row.getString("drl"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
