package org.sluice.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.intake.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The data products as features change them in their own name; nobody's right is checked. What is in use stays in use
 * whatever an admission comes to: taking it away is another verb's matter. What is retired is in use no more, and may be
 * admitted anew.
 */
@Service
public class ProductRegister {

    private static final String UNDER_REVIEW = "UNDER_REVIEW";
    private static final String IN_TEST = "IN_TEST";

    /** Out of these a review takes a product. */
    private static final Set<String> OUTSIDE = Set.of("DRAFT", "REJECTED", "RETIRED", IN_TEST);

    private static final Set<String> IN_USE = Set.of("LISTED", "DEGRADED", "OFFBOARDING");

    /** @param admissionEndsOn null unless it is or was admitted */
    public record Registered(
            UUID id,
            String code,
            LocalText name,
            UUID supplier,
            String state,
            int jrLevel,
            boolean containsPersonalInfo,
            @Nullable LocalDate admissionEndsOn) {}

    /**
     * What an admission has found out.
     *
     * @param technique by which the product may be used
     */
    public record Admitted(
            boolean conditional,
            int jrLevel,
            boolean containsPersonalInfo,
            String technique,
            LocalDate on,
            LocalDate until) {}

    /**
     * What a product delivers, and at what price.
     *
     * @param pricing FREE, PER_CALL or PER_MONTH
     * @param unitPrice CNY without VAT; null when it is free
     * @param reuseAllowed whether the contract lets other lines and branches use it
     */
    public record Delivery(
            String dataClass,
            SubjectType subjectType,
            List<String> fields,
            String pricing,
            @Nullable BigDecimal unitPrice,
            boolean reuseAllowed) {}

    private final JdbcClient jdbc;

    ProductRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is no such product */
    public Registered get(UUID product) {
        return find("id = ?", product).orElseThrow(() -> new NotFound("product", product.toString()));
    }

    public Optional<Registered> byCode(String code) {
        return find("code = ?", code);
    }

    /** All products of a supplier, by code. */
    public List<Registered> of(UUID supplier) {
        return select("supplier = ? order by code", supplier);
    }

    private Optional<Registered> find(String where, Object param) {
        return select(where, param).stream().findFirst();
    }

    private List<Registered> select(String where, Object param) {
        return jdbc.sql("select * from sluice.data_product where " + where)
                .param(param)
                .query((row, n) -> new Registered(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Columns.text(row, "name"),
                        row.getObject("supplier", UUID.class),
                        row.getString("state"),
                        row.getInt("jr_level"),
                        row.getBoolean("contains_pi"),
                        row.getObject("admission_ends_on", LocalDate.class)))
                .list();
    }

    /** @throws NotFound when there is no such product */
    public Delivery delivery(UUID product) {
        return jdbc.sql("select * from sluice.data_product where id = ?")
                .param(product)
                .query((row, n) -> new Delivery(
                        row.getString("data_class"),
                        SubjectType.valueOf(row.getString("subject_type")),
                        Columns.codes(row, "fields"),
                        row.getString("pricing"),
                        row.getBigDecimal("unit_price"),
                        row.getBoolean("reuse_allowed")))
                .optional()
                .orElseThrow(() -> new NotFound("product", product.toString()));
    }

    /** A review begins. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(UUID product) {
        if (OUTSIDE.contains(get(product).state())) {
            state(product, UNDER_REVIEW);
        }
    }

    /** It is being tested. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void test(UUID product) {
        if (get(product).state().equals(UNDER_REVIEW)) {
            state(product, IN_TEST);
        }
    }

    /** A review ended without a verdict. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(UUID product, String stateBefore) {
        if (Set.of(UNDER_REVIEW, IN_TEST).contains(get(product).state())) {
            state(product, stateBefore);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void admitted(UUID product, Admitted verdict) {
        jdbc.sql("""
                        update sluice.data_product set jr_level = ?, contains_pi = ?, technique = ?, admitted_on = ?,
                            admission_ends_on = ?, version = version + 1
                        where id = ?
                        """)
                .params(
                        verdict.jrLevel(),
                        verdict.containsPersonalInfo(),
                        verdict.technique(),
                        verdict.on(),
                        verdict.until(),
                        product)
                .update();
        if (!IN_USE.contains(get(product).state())) {
            state(product, verdict.conditional() ? "CONDITIONALLY_ADMITTED" : "ADMITTED");
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(UUID product) {
        if (!IN_USE.contains(get(product).state())) {
            state(product, "REJECTED");
        }
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
     * @param promisedHitRate share of calls that its contract promises to answer; null where it promises none
     * @throws Conflict when it is not admitted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void list(
            UUID product,
            LocalDate today,
            String pricing,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal promisedHitRate) {
        var listed = jdbc.sql("""
                        update sluice.data_product
                        set state = 'LISTED', listed_on = coalesce(listed_on, ?), pricing = ?, unit_price = ?,
                            hit_rate = ?, version = version + 1
                        where id = ? and state in ('ADMITTED', 'CONDITIONALLY_ADMITTED')
                        """)
                .params(today, pricing, unitPrice, promisedHitRate, product)
                .update();
        var found = get(product);
        if (listed == 0 && !found.state().equals("LISTED")) {
            throw new Conflict("productState", found.code(), found.state());
        }
    }

    /** It leaves use: what is used today goes on as its grants say, and nothing new begins. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void offboard(UUID product) {
        if (Set.of("LISTED", "DEGRADED").contains(get(product).state())) {
            state(product, "OFFBOARDING");
        }
    }

    /** It is used on for a while, in a way that is worse than before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void degrade(UUID product) {
        if (Set.of("LISTED", "OFFBOARDING").contains(get(product).state())) {
            state(product, "DEGRADED");
        }
    }

    /** Nothing has come of its exit: it is in use as it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void backInUse(UUID product, String stateBefore) {
        if (Set.of("OFFBOARDING", "DEGRADED").contains(get(product).state())) {
            state(product, stateBefore);
        }
    }

    /** Nobody uses it any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retire(UUID product) {
        if (IN_USE.contains(get(product).state())) {
            state(product, "RETIRED");
        }
    }

    private void state(UUID product, String state) {
        jdbc.sql("update sluice.data_product set state = ?, version = version + 1 where id = ?")
                .params(state, product)
                .update();
    }
}
