package org.sluice.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.shared.WorkingDays;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A contract for each listed product, taken over from before this house: most run, some end soon, a few have run out. The
 * central line bears what was signed this year, up to a share of it; what was signed earlier, earlier years have borne.
 */
final class DemoContracts {

    private record Product(
            UUID id,
            UUID supplier,
            boolean actsByLaw,
            String pricing,
            @Nullable BigDecimal unitPrice,
            long dailyCalls,
            @Nullable BigDecimal hitRate,
            LocalDate listedOn) {}

    private static final List<Integer> TERMS = List.of(12, 12, 24, 24, 36);

    /** Nobody agrees to pay more than this by the call: a flat rate comes before. */
    private static final BigDecimal FLAT_RATE = BigDecimal.valueOf(1_800_000);

    /** Contracts beyond this were paid from elsewhere, so that the central line still bears new ones. */
    private static final BigDecimal BORNE = BigDecimal.valueOf(12_000_000);

    private final JdbcTemplate jdbc;
    private final LocalDate today;
    private final Draw draw = new Draw("contracts");

    DemoContracts(JdbcTemplate jdbc, LocalDate today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    void load(Instant now) {
        var rows = new ArrayList<Object[]>();
        var commitments = new LinkedHashMap<UUID, BigDecimal>();
        var borne = BigDecimal.ZERO;
        int number = 0;
        for (var product : products()) {
            number++;
            int months = draw.pick(TERMS);
            var starts = starts(product.listedOn(), months, draw.chance(0.03));
            var amount = amount(product, months);
            var id = Draw.id("contract", Integer.toString(number));
            rows.add(row(id, number, product, starts, months, amount));
            var isBorne = starts.getYear() == today.getYear()
                    && amount.signum() > 0
                    && borne.add(amount).compareTo(BORNE) <= 0;
            if (isBorne) {
                borne = borne.add(amount);
                commitments.put(id, amount);
            }
        }
        jdbc.batchUpdate("""
                insert into sluice.contract (id, contract_no, supplier, product, method, amount, signed_on, starts_on,
                    ends_on, promised_hit_rate, registered_by, registered_at, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                """, rows);
        commitments.forEach((contract, amount) -> commit(contract, amount, now));
    }

    private List<Product> products() {
        return jdbc.query(
                """
                select p.*, y.acts_by_law from sluice.data_product p join sluice.supplier s on s.id = p.supplier
                join sluice.supplier_type y on y.code = s.supplier_type
                where p.demo and p.state = 'LISTED' order by p.code
                """,
                (row, n) -> new Product(
                        row.getObject("id", UUID.class),
                        row.getObject("supplier", UUID.class),
                        row.getBoolean("acts_by_law"),
                        row.getString("pricing"),
                        row.getBigDecimal("unit_price"),
                        row.getLong("daily_calls"),
                        row.getBigDecimal("hit_rate"),
                        row.getObject("listed_on", LocalDate.class)));
    }

    /** The contract was renewed as often as its term had passed since the listing; one that ran out was not once more. */
    private LocalDate starts(LocalDate listedOn, int months, boolean ranOut) {
        var starts = listedOn;
        while (!starts.plusMonths(months).isAfter(today)) {
            starts = starts.plusMonths(months);
        }
        return ranOut && starts.isAfter(listedOn) ? starts.minusMonths(months) : starts;
    }

    private BigDecimal amount(Product product, int months) {
        var price = product.unitPrice();
        if (price == null) {
            return BigDecimal.ZERO;
        }
        var units = product.pricing().equals("PER_MONTH") ? months : product.dailyCalls() * 365 * months / 12;
        var fee = price.multiply(BigDecimal.valueOf(units)).min(FLAT_RATE);
        return BigDecimal.valueOf(Math.max(1, Math.round(fee.doubleValue() / 1000)) * 1000);
    }

    private Object[] row(UUID id, int number, Product product, LocalDate starts, int months, BigDecimal amount) {
        var signed = starts.minusDays(draw.between(3, 20));
        return new Object[] {
            id,
            "CON-%d-HO-%05d".formatted(signed.getYear(), number),
            product.supplier(),
            product.id(),
            method(product, amount),
            amount,
            signed,
            starts,
            starts.plusMonths(months).minusDays(1),
            product.hitRate(),
            Draw.id("person", "procurement"),
            signed.atTime(11, 0).atZone(WorkingDays.ZONE).toOffsetDateTime()
        };
    }

    private String method(Product product, BigDecimal amount) {
        if (product.actsByLaw()) {
            return "COOPERATION_AGREEMENT";
        }
        if (amount.compareTo(BigDecimal.valueOf(200_000)) < 0) {
            return "INQUIRY";
        }
        return draw.chance(0.15) ? "SINGLE_SOURCE" : "COMPETITIVE_NEGOTIATION";
    }

    private void commit(UUID contract, BigDecimal amount, Instant now) {
        var line = "BL-" + today.getYear() + "-CENTRAL";
        var entry = jdbc.queryForObject(
                """
                insert into sluice.ledger_entry (reference, kind, contract, at, actor) values (?, 'COMMIT', ?, ?, ?)
                returning id
                """,
                Long.class,
                "commit:contract:" + contract,
                contract,
                now.atOffset(ZoneOffset.UTC),
                Draw.id("person", "finance"));
        jdbc.batchUpdate(
                "insert into sluice.ledger_posting (entry, budget_line, bucket, amount) values (?, ?, ?, ?)",
                List.of(
                        new Object[] {entry, line, "AVAILABLE", amount.negate()},
                        new Object[] {entry, line, "COMMITTED", amount}));
    }
}
