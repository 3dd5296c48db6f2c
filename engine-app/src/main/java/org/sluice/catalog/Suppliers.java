package org.sluice.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the suppliers. */
@Repository
class Suppliers {

    private static final String CARD = """
            select t.*, y.name_zh as type_zh, y.name_en as type_en, y.admission_path_zh, y.admission_path_en,
                   r.name_zh as region_zh, r.name_en as region_en,
                   (select count(*) from sluice.data_product p where p.supplier = t.id and p.state = 'LISTED') as listed
            from sluice.supplier t
            join sluice.supplier_type y on y.code = t.supplier_type
            left join sluice.region r on r.code = t.region
            """;

    private static final CardList LIST = new CardList("sluice.supplier", CARD, "supplier_type");

    /** A card with what only the supplier's own page shows. */
    record Sheet(
            SupplierCard card,
            @Nullable LocalText contact,
            @Nullable String contactPhone,
            @Nullable String contactEmail,
            @Nullable LocalDate admittedOn,
            LocalText admissionPath) {}

    private final JdbcClient jdbc;

    Suppliers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<SupplierCard> page(Filter filter, int offset, int limit) {
        return LIST.page(jdbc, filter, offset, limit, (row, n) -> card(row));
    }

    Optional<Sheet> sheet(String code) {
        return jdbc.sql(CARD + "where t.code = ?")
                .param(code)
                .query((row, n) -> new Sheet(
                        card(row),
                        Columns.textOrNull(row, "contact"),
                        row.getString("contact_phone"),
                        row.getString("contact_email"),
                        row.getObject("admitted_on", LocalDate.class),
                        Columns.text(row, "admission_path")))
                .optional();
    }

    private static SupplierCard card(ResultSet row) throws SQLException {
        return new SupplierCard(
                row.getString("code"),
                Columns.text(row, "name"),
                row.getString("uscc"),
                row.getString("supplier_type"),
                Columns.text(row, "type"),
                row.getString("state"),
                row.getString("grade"),
                row.getString("region"),
                Columns.textOrNull(row, "region"),
                row.getLong("listed"),
                row.getObject("admission_ends_on", LocalDate.class));
    }
}
