package org.sluice.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.NotFound;
import org.sluice.process.intake.SubjectType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The data products as features change them in their own name; nobody's right is checked. What is in use stays in use
 * whatever an admission comes to: taking it away is another verb's matter.
 */
@Service
public class ProductRegister {

    private static final String UNDER_REVIEW = "UNDER_REVIEW";
    private static final String IN_TEST = "IN_TEST";

    /** Out of these a review takes a product. */
    private static final Set<String> OUTSIDE = Set.of("DRAFT", "REJECTED", IN_TEST);

    private static final Set<String> IN_USE = Set.of("LISTED", "DEGRADED", "OFFBOARDING", "RETIRED");

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
        return jdbc.sql("select * from sluice.data_product where id = ?")
                .param(product)
                .query((row, n) -> new Registered(
                        product,
                        row.getString("code"),
                        Columns.text(row, "name"),
                        row.getObject("supplier", UUID.class),
                        row.getString("state"),
                        row.getInt("jr_level"),
                        row.getBoolean("contains_pi"),
                        row.getObject("admission_ends_on", LocalDate.class)))
                .optional()
                .orElseThrow(() -> new NotFound("product", product.toString()));
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

    private void state(UUID product, String state) {
        jdbc.sql("update sluice.data_product set state = ?, version = version + 1 where id = ?")
                .params(state, product)
                .update();
    }
}
