package org.sluice.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which listed products could serve where another one does. */
@Service
public class ComparableProducts {

    /**
     * A listed product of the same class and subject, of a supplier whose admission holds.
     *
     * @param fieldCoverage share of the other's fields that it delivers
     * @param regionCoverage share of the other's regions that it covers
     * @param missingFields names of the fields that would be missing
     * @param missingRegions codes of the regions that would be missing; where the other is nation-wide and this one is not,
     *     {@code CN}
     */
    public record Peer(
            UUID id,
            String code,
            LocalText name,
            LocalText supplierName,
            BigDecimal fieldCoverage,
            BigDecimal regionCoverage,
            List<String> missingFields,
            List<String> missingRegions) {}

    private record Offer(List<String> fields, List<String> regions) {}

    private static final String NATION = "CN";

    private final JdbcClient jdbc;

    ComparableProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All of them, in the order of codes; an admission that ends before the day does not hold.
     *
     * @throws NotFound when there is no such product
     */
    @Transactional(readOnly = true)
    public List<Peer> to(UUID product, LocalDate day) {
        var wanted = jdbc.sql("select fields, regions from sluice.data_product where id = ?")
                .param(product)
                .query((row, n) -> offer(row))
                .optional()
                .orElseThrow(() -> new NotFound("product", product.toString()));
        return jdbc.sql("""
                        select p.*, s.name_zh as supplier_zh, s.name_en as supplier_en
                        from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                        join sluice.data_product w on w.id = ?
                        where p.id <> w.id and p.state = 'LISTED' and p.data_class = w.data_class
                          and p.subject_type in (w.subject_type, 'BOTH')
                          and s.state in ('QUALIFIED', 'PREFERRED') and s.admission_ends_on >= ?
                        order by p.code
                        """)
                .params(product, day)
                .query((row, n) -> comparable(wanted, row))
                .list();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(Columns.codes(row, "fields"), Columns.codes(row, "regions"));
    }

    private static Peer comparable(Offer wanted, ResultSet row) throws SQLException {
        var offered = offer(row);
        var fields = lacking(wanted.fields(), offered.fields());
        var regions = offered.regions().isEmpty()
                ? List.<String>of()
                : wanted.regions().isEmpty() ? List.of(NATION) : lacking(wanted.regions(), offered.regions());
        return new Peer(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Columns.text(row, "name"),
                Columns.text(row, "supplier"),
                share(wanted.fields().size(), fields.size()),
                share(Math.max(1, wanted.regions().size()), regions.size()),
                fields,
                regions);
    }

    private static List<String> lacking(List<String> wanted, List<String> offered) {
        return wanted.stream().filter(each -> !offered.contains(each)).toList();
    }

    private static BigDecimal share(int wanted, int lacking) {
        return wanted == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(wanted - lacking).divide(BigDecimal.valueOf(wanted), 4, RoundingMode.HALF_UP);
    }
}
