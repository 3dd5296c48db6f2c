package org.sluice.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.intake.InterfaceForm;
import org.sluice.process.intake.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the data products. */
@Repository
class Products {

    private static final String CARD = """
            select t.*, c.name_zh as class_zh, c.name_en as class_en,
                   s.code as supplier_code, s.name_zh as supplier_zh, s.name_en as supplier_en
            from sluice.data_product t
            join sluice.data_class c on c.code = t.data_class
            join sluice.supplier s on s.id = t.supplier
            """;

    private static final CardList LIST = new CardList("sluice.data_product", CARD, "data_class");

    /** A card with what only the product's own page shows. */
    record Sheet(
            ProductCard card,
            LocalText summary,
            List<String> fields,
            List<String> regions,
            int historyMonths,
            String updateFrequency,
            long dailyCalls,
            @Nullable BigDecimal hitRate) {}

    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<ProductCard> page(Filter filter, int offset, int limit) {
        return LIST.page(jdbc, filter, offset, limit, (row, n) -> card(row));
    }

    Optional<ProductCard> card(String code) {
        return jdbc.sql(CARD + "where t.code = ?")
                .param(code)
                .query((row, n) -> card(row))
                .optional();
    }

    Optional<Sheet> sheet(String code) {
        return jdbc.sql(CARD + "where t.code = ?")
                .param(code)
                .query((row, n) -> new Sheet(
                        card(row),
                        Columns.text(row, "summary"),
                        Columns.codes(row, "fields"),
                        Columns.codes(row, "regions"),
                        row.getInt("history_months"),
                        row.getString("update_frequency"),
                        row.getLong("daily_calls"),
                        row.getBigDecimal("hit_rate")))
                .optional();
    }

    List<ProductCard> ofSupplier(String supplierCode) {
        return jdbc.sql(CARD + "where s.code = ? order by t.code")
                .param(supplierCode)
                .query((row, n) -> card(row))
                .list();
    }

    List<ListedProduct> listed(Collection<String> dataClasses) {
        return jdbc.sql("""
                        select id, code, name_zh, name_en, data_class, subject_type, fields, regions, reuse_allowed
                        from sluice.data_product where state = 'LISTED' and data_class = any(?) order by code
                        """)
                .param(dataClasses.toArray(String[]::new))
                .query((row, n) -> new ListedProduct(
                        id(row),
                        row.getString("code"),
                        Columns.text(row, "name"),
                        row.getString("data_class"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        Set.copyOf(Columns.codes(row, "fields")),
                        Set.copyOf(Columns.codes(row, "regions")),
                        row.getBoolean("reuse_allowed")))
                .list();
    }

    private static ProductCard card(ResultSet row) throws SQLException {
        return new ProductCard(
                id(row),
                row.getString("code"),
                Columns.text(row, "name"),
                row.getString("data_class"),
                Columns.text(row, "class"),
                row.getString("supplier_code"),
                Columns.text(row, "supplier"),
                row.getString("state"),
                InterfaceForm.valueOf(row.getString("interface_form")),
                SubjectType.valueOf(row.getString("subject_type")),
                row.getInt("jr_level"),
                row.getBoolean("contains_pi"),
                row.getString("pricing"),
                row.getBigDecimal("unit_price"),
                row.getBoolean("reuse_allowed"),
                row.getObject("listed_on", LocalDate.class));
    }

    private static ProductId id(ResultSet row) throws SQLException {
        return new ProductId(row.getObject("id", UUID.class));
    }
}
