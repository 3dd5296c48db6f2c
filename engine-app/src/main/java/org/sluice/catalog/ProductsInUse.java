package org.sluice.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Products with what their use is judged by, for features that evaluate them; nobody's right is checked. */
@Service
@Transactional(readOnly = true)
public class ProductsInUse {

    /** In these a product is used. */
    private static final Set<String> IN_USE = Set.of("LISTED", "DEGRADED");

    /**
     * @param unitPrice CNY without VAT; null when it is free
     * @param promisedHitRate what was promised when it was listed; null where nothing was
     * @param grade of the last confirmed evaluation; null before the first
     */
    public record Product(
            UUID id,
            String code,
            LocalText name,
            UUID supplier,
            String state,
            String dataClass,
            Set<String> fields,
            String pricing,
            @Nullable BigDecimal unitPrice,
            long dailyCalls,
            @Nullable BigDecimal promisedHitRate,
            @Nullable String grade,
            @Nullable LocalDate listedOn,
            @Nullable LocalDate admissionEndsOn) {

        public boolean isInUse() {
            return IN_USE.contains(state);
        }
    }

    private final JdbcClient jdbc;

    ProductsInUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is no such product */
    public Product get(UUID product) {
        return all("where id = ?", product).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("product", product.toString()));
    }

    public Optional<Product> byCode(String code) {
        return all("where code = ?", code).stream().findFirst();
    }

    /** The listed products of the same class and pricing, without this one. */
    public List<Product> peers(Product product) {
        return all(
                "where state = 'LISTED' and data_class = ? and pricing = ? and id <> ? order by code",
                product.dataClass(),
                product.pricing(),
                product.id());
    }

    /** Listed products of the same class from other suppliers that may be ordered from now, in the order of codes. */
    public List<Product> replacementsOf(Product product) {
        return all("""
                where state = 'LISTED' and data_class = ? and id <> ? and supplier <> ?
                  and coalesce(grade, 'B') in ('A', 'B')
                  and supplier in (select s.id from sluice.supplier s where s.state in ('QUALIFIED', 'PREFERRED'))
                order by code
                """, product.dataClass(), product.id(), product.supplier());
    }

    /** What other suppliers have in use of the same class, in the order of codes. */
    public List<Product> besides(Product product) {
        return all(
                "where state in ('LISTED', 'DEGRADED') and data_class = ? and supplier <> ? order by code",
                product.dataClass(),
                product.supplier());
    }

    /** What a supplier has in use, in the order of codes. */
    public List<Product> ofSupplier(UUID supplier) {
        return all("where supplier = ? and state in ('LISTED', 'DEGRADED') order by code", supplier);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void graded(UUID product, String grade, LocalDate on) {
        jdbc.sql("update sluice.data_product set grade = ?, evaluated_on = ?, version = version + 1 where id = ?")
                .params(grade, on, product)
                .update();
    }

    private List<Product> all(String where, Object... params) {
        return jdbc.sql("select * from sluice.data_product " + where)
                .params(params)
                .query(ProductsInUse::product)
                .list();
    }

    private static Product product(ResultSet row, int n) throws SQLException {
        return new Product(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Columns.text(row, "name"),
                row.getObject("supplier", UUID.class),
                row.getString("state"),
                row.getString("data_class"),
                Set.copyOf(Columns.codes(row, "fields")),
                row.getString("pricing"),
                row.getBigDecimal("unit_price"),
                row.getLong("daily_calls"),
                row.getBigDecimal("hit_rate"),
                row.getString("grade"),
                row.getObject("listed_on", LocalDate.class),
                row.getObject("admission_ends_on", LocalDate.class));
    }
}
