package org.sluice.demo.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions that the demo's tests ask. */
final class DemoRows {

    private static final JdbcClient JDBC = DemoDatabase.shared();

    private DemoRows() {}

    static long count(String fromWhere) {
        return JDBC.sql("select count(*) from " + fromWhere).query(Long.class).single();
    }

    /** The first column of each row. */
    static List<String> texts(String sql) {
        return JDBC.sql(sql).query(String.class).list();
    }

    /** Rows by the first column, which is a text; the second is a number. */
    static Map<String, Long> numbers(String sql) {
        return JDBC.sql(sql).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Map<String, Long> countsBy(String column, String fromWhere) {
        return numbers("select " + column + ", count(*) from " + fromWhere + " group by 1");
    }
}
