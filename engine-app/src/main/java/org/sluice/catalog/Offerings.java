package org.sluice.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whom the bank may buy from, and the products that a purchase adds to the catalogue. */
@Service
@Transactional(readOnly = true)
public class Offerings {

    /** @param state of domain section 2.8 */
    public record Supplier(UUID id, String code, LocalText name, String state, boolean actsByLaw) {}

    /** @param state of domain section 2.8 */
    public record Product(UUID id, String code, LocalText name, UUID supplier, String state) {}

    private static final String SUPPLIER = """
            select s.id, s.code, s.name_zh, s.name_en, s.state, y.acts_by_law
            from sluice.supplier s join sluice.supplier_type y on y.code = s.supplier_type
            """;

    private final JdbcClient jdbc;

    Offerings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Supplier> supplier(String code) {
        return suppliers("where s.code = ?", code).stream().findFirst();
    }

    public Optional<Supplier> supplier(UUID id) {
        return suppliers("where s.id = ?", id).stream().findFirst();
    }

    /**
     * Suppliers that deliver already and may go on, those with a product of one of these classes first, then by code.
     */
    public List<Supplier> delivering(Collection<String> dataClasses, int limit) {
        return suppliers("""
                where s.state in ('QUALIFIED', 'PREFERRED')
                order by exists (select 1 from sluice.data_product p
                                 where p.supplier = s.id and p.data_class = any(?)) desc, s.code
                limit ?
                """, dataClasses.toArray(String[]::new), limit);
    }

    private List<Supplier> suppliers(String where, Object... params) {
        return jdbc.sql(SUPPLIER + where)
                .params(params)
                .query((row, n) -> new Supplier(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Columns.text(row, "name"),
                        row.getString("state"),
                        row.getBoolean("acts_by_law")))
                .list();
    }

    public Optional<Product> product(String code) {
        return products("code = ?", code).stream().findFirst();
    }

    public Optional<Product> product(UUID id) {
        return products("id = ?", id).stream().findFirst();
    }

    /** All products of a supplier, by code. */
    public List<Product> of(UUID supplier) {
        return products("supplier = ? order by code", supplier);
    }

    private List<Product> products(String where, Object param) {
        return jdbc.sql("select * from sluice.data_product where " + where)
                .param(param)
                .query((row, n) -> new Product(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Columns.text(row, "name"),
                        row.getObject("supplier", UUID.class),
                        row.getString("state")))
                .list();
    }

    /** Takes a product up as a draft; nobody but its purchase uses it before it is listed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID draft(Offering offering) {
        var id = UUID.randomUUID();
        var code = jdbc.sql("select nextval('sluice.product_number')")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into sluice.data_product (id, code, name_zh, name_en, summary_zh, summary_en, data_class, supplier,
                            state, interface_form, subject_type, fields, regions, jr_level, contains_pi, history_months,
                            update_frequency, pricing, unit_price, reuse_allowed)
                        values (:id, :code, :zh, :en, :summaryZh, :summaryEn, :class, :supplier, 'DRAFT', :form, :subject,
                            :fields, :regions, :jr, :pi, :history, :frequency, :pricing, :price, false)
                        """)
                .param("id", id)
                .param("code", "DP-%05d".formatted(code))
                .param("zh", offering.name().zh())
                .param("en", offering.name().en())
                .param("summaryZh", offering.summary().zh())
                .param("summaryEn", offering.summary().en())
                .param("class", offering.dataClass())
                .param("supplier", offering.supplier())
                .param("form", offering.interfaceForm().name())
                .param("subject", offering.subjectType().name())
                .param("fields", offering.fields().toArray(String[]::new))
                .param("regions", offering.regions().toArray(String[]::new))
                .param("jr", offering.jrLevel())
                .param("pi", offering.containsPersonalInfo())
                .param("history", offering.historyMonths())
                .param("frequency", offering.updateFrequency())
                .param("pricing", offering.pricing())
                .param("price", offering.unitPrice())
                .update();
        return id;
    }

    /**
     * Lists an admitted product at the price of its contract; listed again it stays as it is.
     *
     * @param pricing FREE, PER_CALL or PER_MONTH
     * @param unitPrice CNY without VAT; null when it is free
     * @throws Conflict when it is not admitted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void list(UUID product, LocalDate today, String pricing, @Nullable BigDecimal unitPrice) {
        var listed = jdbc.sql("""
                        update sluice.data_product
                        set state = 'LISTED', listed_on = coalesce(listed_on, ?), pricing = ?, unit_price = ?,
                            version = version + 1
                        where id = ? and state in ('ADMITTED', 'CONDITIONALLY_ADMITTED')
                        """).params(today, pricing, unitPrice, product).update();
        var found = product(product).orElseThrow();
        if (listed == 0 && !found.state().equals("LISTED")) {
            throw new Conflict("productState", found.code(), found.state());
        }
    }
}
