package org.sluice.catalog;

import org.sluice.process.Page;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the catalogue's lists, by code. */
final class CardList {

    private final String table;
    private final String card;
    private final String group;

    /**
     * @param table which alias {@code t} of the query reads
     * @param card selects what a card shows, without condition or order
     * @param group the column that a filter's group names
     */
    CardList(String table, String card, String group) {
        this.table = table;
        this.card = card;
        this.group = group;
    }

    <T> Page<T> page(JdbcClient jdbc, Filter filter, int offset, int limit, RowMapper<T> rows) {
        var where = filter.where(group);
        var total = jdbc.sql("select count(*) from " + table + " t" + where)
                .params(filter.params())
                .query(Long.class)
                .single();
        var items = jdbc.sql(card + where + " order by t.code limit " + limit + " offset " + offset)
                .params(filter.params())
                .query(rows)
                .list();
        return new Page<>(total, items);
    }
}
