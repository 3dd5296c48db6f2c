package org.sluice.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.NotApplicable;
import org.sluice.process.evaluation.ScoreItem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of scorecards, line by line; what a round held stays on record. */
@Component
class ScoredItems {

    private final JdbcClient jdbc;

    ScoredItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(CaseId caseId, int round, List<ScoredItem> items) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            jdbc.sql("""
                            insert into sluice.evaluation_item (case_id, round, seq, item, figure, finding, not_applicable, corrected)
                            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_id, round, item) do nothing
                            """)
                    .params(
                            caseId.value(),
                            round,
                            i,
                            item.item().name(),
                            item.figure(),
                            item.finding().name(),
                            item.notApplicable() == null
                                    ? null
                                    : item.notApplicable().name(),
                            item.corrected())
                    .update();
        }
    }

    /** Sets a figure that is known only later; null takes the item out of the divisor. */
    void figure(CaseId caseId, int round, ScoreItem item, @Nullable BigDecimal figure, NotApplicable otherwise) {
        jdbc.sql(
                        "update sluice.evaluation_item set figure = ?, not_applicable = ? where case_id = ? and round = ? and item = ?")
                .params(figure, figure == null ? otherwise.name() : null, caseId.value(), round, item.name())
                .update();
    }

    void scored(CaseId caseId, int round, ScoreItem item, int weight, BigDecimal points) {
        jdbc.sql(
                        "update sluice.evaluation_item set weight = ?, points = ? where case_id = ? and round = ? and item = ?")
                .params(weight, points, caseId.value(), round, item.name())
                .update();
    }

    /** In reading order. */
    List<ScoredItem> of(CaseId caseId, int round) {
        return jdbc.sql("select * from sluice.evaluation_item where case_id = ? and round = ? order by seq")
                .params(caseId.value(), round)
                .query(ScoredItems::item)
                .list();
    }

    /** Those that are scored, in reading order. */
    List<ScoredItem> applying(CaseId caseId, int round) {
        return of(caseId, round).stream().filter(ScoredItem::applies).toList();
    }

    private static ScoredItem item(ResultSet row, int n) throws SQLException {
        var why = row.getString("not_applicable");
        return new ScoredItem(
                ScoreItem.valueOf(row.getString("item")),
                row.getBigDecimal("figure"),
                ItemFinding.valueOf(row.getString("finding")),
                why == null ? null : NotApplicable.valueOf(why),
                row.getBoolean("corrected"),
                row.getObject("weight", Integer.class),
                row.getBigDecimal("points"));
    }
}
