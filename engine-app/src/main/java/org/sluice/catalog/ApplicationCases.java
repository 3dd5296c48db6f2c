package org.sluice.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.sluice.process.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the application cases. */
@Repository
class ApplicationCases {

    private static final String CARD = """
            select t.*, l.name_zh as line_zh, l.name_en as line_en, s.name_zh as scenario_zh, s.name_en as scenario_en,
                   u.name_zh as unit_zh, u.name_en as unit_en,
                   array(select p.code from sluice.data_product p where p.id = any(t.products) order by p.code)
                       as product_codes
            from sluice.application_case t
            join sluice.business_line l on l.code = t.business_line
            join sluice.scenario s on s.code = t.scenario
            join sluice.org_unit u on u.code = t.org_unit
            """;

    private static final CardList LIST = new CardList("sluice.application_case", CARD, "business_line");

    private final JdbcClient jdbc;

    ApplicationCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ApplicationCaseCard> page(Filter filter, int offset, int limit) {
        return LIST.page(jdbc, filter, offset, limit, (row, n) -> card(row));
    }

    /** The listed cases that use a product. */
    List<ApplicationCaseCard> using(ProductId product) {
        return jdbc.sql(CARD + "where t.state = 'LISTED' and ? = any(t.products) order by t.code")
                .param(product.value())
                .query((row, n) -> card(row))
                .list();
    }

    private static ApplicationCaseCard card(ResultSet row) throws SQLException {
        return new ApplicationCaseCard(
                row.getString("code"),
                Columns.text(row, "title"),
                Columns.text(row, "summary"),
                row.getString("business_line"),
                Columns.text(row, "line"),
                row.getString("scenario"),
                Columns.text(row, "scenario"),
                row.getString("org_unit"),
                Columns.text(row, "unit"),
                row.getString("state"),
                Columns.codes(row, "product_codes"),
                Columns.text(row, "result"),
                row.getObject("since", LocalDate.class));
    }
}
