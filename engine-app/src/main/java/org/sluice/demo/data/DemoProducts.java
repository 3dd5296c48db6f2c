package org.sluice.demo.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.springframework.jdbc.core.JdbcTemplate;

/** The 968 listed products by class and form, and those behind them that are not listed (yet, or any more). */
final class DemoProducts {

    /** One product before it has a supplier and a name. */
    private record Wish(String dataClass, String form, String state) {}

    /** @param unitPrice null when it is free */
    private record Price(String pricing, @Nullable BigDecimal unitPrice) {}

    private static final Price FREE = new Price("FREE", null);
    private static final Map<String, LocalText> FREQUENCIES = Map.of(
            "REALTIME", new LocalText("实时", "in real time"),
            "DAILY", new LocalText("每日", "daily"),
            "T_PLUS_1", new LocalText("T+1", "on the next day"),
            "WEEKLY", new LocalText("每周", "weekly"),
            "MONTHLY", new LocalText("每月", "monthly"));

    /** Median 900 and 99th percentile 250,000 calls a day. */
    private static final double CALLS_MEDIAN = 900;

    private static final double CALLS_SIGMA = 2.419;
    private static final double TRIALS = 60;

    private final JdbcTemplate jdbc;
    private final DemoTaxonomy taxonomy;
    private final LocalDate today;
    private final Draw draw = new Draw("products");
    private final ProductNames names = new ProductNames();
    private final Map<String, WordList.Row> classes = new LinkedHashMap<>();
    private final Map<UUID, Integer> used = new HashMap<>();
    private final List<DemoProduct> listed = new ArrayList<>();

    DemoProducts(JdbcTemplate jdbc, DemoTaxonomy taxonomy, LocalDate today) {
        this.jdbc = jdbc;
        this.taxonomy = taxonomy;
        this.today = today;
        WordList.of("classes.csv").rows().forEach(row -> classes.put(row.get("class"), row));
    }

    /** Writes all products and returns the listed ones. */
    List<DemoProduct> load(List<DemoSupplier> suppliers) {
        var rows = new ArrayList<Object[]>();
        int number = 0;
        for (var wish : draw.shuffled(wishes())) {
            number++;
            rows.add(row("DP-" + Integer.toString(100_000 + number).substring(1), wish, supplier(wish, suppliers)));
        }
        jdbc.batchUpdate("""
                insert into sluice.data_product (id, code, name_zh, name_en, summary_zh, summary_en, data_class, supplier,
                    state, interface_form, subject_type, fields, regions, jr_level, contains_pi, history_months,
                    update_frequency, pricing, unit_price, reuse_allowed, daily_calls, hit_rate, listed_on, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                """, rows);
        return listed;
    }

    private List<Wish> wishes() {
        var perClass = new LinkedHashMap<String, Integer>();
        var allowed = new HashMap<String, List<String>>();
        classes.forEach((code, row) -> {
            perClass.put(code, row.number("listed"));
            allowed.put(code, taxonomy.dataClass(code).forms());
        });
        var plan = FormPlan.of(perClass, allowed, WordList.counts("listed form"));
        var wishes = new ArrayList<Wish>();
        plan.forEach(place -> wishes.add(new Wish(place.dataClass(), place.form(), "LISTED")));
        for (var state : Draw.expanded(WordList.counts("other state"))) {
            var like = draw.pick(plan);
            wishes.add(new Wish(like.dataClass(), like.form(), state));
        }
        return wishes;
    }

    /** Of two that fit the one with fewer products, so that nearly every supplier has some. */
    private DemoSupplier supplier(Wish wish, List<DemoSupplier> suppliers) {
        var fitting = suppliers.stream()
                .filter(supplier -> supplier.classes().contains(wish.dataClass()) && fits(wish.state(), supplier))
                .toList();
        var one = draw.pick(fitting);
        var other = draw.pick(fitting);
        var chosen = used.getOrDefault(other.id(), 0) < used.getOrDefault(one.id(), 0) ? other : one;
        used.merge(chosen.id(), 1, Integer::sum);
        return chosen;
    }

    private static boolean fits(String state, DemoSupplier supplier) {
        return switch (state) {
            case "LISTED" -> supplier.delivers();
            case "DRAFT", "IN_TEST" ->
                supplier.delivers() || Set.of("POTENTIAL", "UNDER_REVIEW").contains(supplier.state());
            case "RETIRED" -> supplier.admittedOn() != null;
            default -> true;
        };
    }

    private Object[] row(String code, Wish wish, DemoSupplier supplier) {
        var named = names.next(wish.dataClass(), wish.form(), supplier, draw);
        var dataClass = taxonomy.dataClass(wish.dataClass());
        var profile = Objects.requireNonNull(classes.get(wish.dataClass()));
        var subject = named.content().get("subject");
        var fields = named.content().words("fields");
        var regions = supplier.regional() ? List.of(supplier.region().code()) : List.<String>of();
        var frequency = frequency(wish.form(), profile.get("frequency"));
        var price = supplier.actsByLaw() ? FREE : price(wish.form(), profile);
        var summary = summary(named.content(), supplier, frequency, profile.number("history"));
        var since = since(wish.state(), supplier);
        var id = Draw.id("product", code);
        var isListed = wish.state().equals("LISTED");
        if (isListed) {
            listed.add(new DemoProduct(id, wish.dataClass(), regions, Objects.requireNonNull(since)));
        }
        return new Object[] {
            id,
            code,
            named.name().zh(),
            named.name().en(),
            summary.zh(),
            summary.en(),
            wish.dataClass(),
            supplier.id(),
            wish.state(),
            wish.form(),
            subject,
            fields.toArray(String[]::new),
            regions.toArray(String[]::new),
            Sensitivity.level(dataClass, taxonomy.fields(wish.dataClass()), subject, fields),
            Sensitivity.personal(dataClass, taxonomy.fields(wish.dataClass()), subject, fields),
            profile.number("history"),
            frequency,
            price.pricing(),
            price.unitPrice(),
            draw.chance(0.85),
            isListed ? Math.min(2_000_000, Math.round(draw.logNormal(CALLS_MEDIAN, CALLS_SIGMA))) : 0,
            isListed ? rounded(draw.beta(profile.decimal("hit"), TRIALS), 4) : null,
            since
        };
    }

    private @Nullable LocalDate since(String state, DemoSupplier supplier) {
        var admitted = supplier.admittedOn();
        if (admitted == null) {
            return null;
        }
        return switch (state) {
            case "LISTED" -> draw.between(admitted, today.minusDays(7));
            case "RETIRED" -> draw.between(admitted, admitted.plusDays(100));
            default -> null;
        };
    }

    private Price price(String form, WordList.Row profile) {
        if (form.equals("BATCH_FILE") || form.equals("PRIVACY_COMPUTE")) {
            var month = draw.logUniform(profile.decimal("month_low"), profile.decimal("month_high"));
            return new Price("PER_MONTH", BigDecimal.valueOf(Math.round(month / 100) * 100));
        }
        var call = draw.logUniform(profile.decimal("call_low"), profile.decimal("call_high"));
        return new Price("PER_CALL", rounded(call, 2).max(new BigDecimal("0.01")));
    }

    private static String frequency(String form, String usual) {
        return form.equals("BATCH_FILE") && usual.equals("REALTIME") ? "DAILY" : usual;
    }

    private static LocalText summary(WordList.Row content, DemoSupplier supplier, String frequency, int history) {
        var often = Objects.requireNonNull(FREQUENCIES.get(frequency));
        var area = supplier.regional() ? supplier.region().name() : new LocalText("全国", "the whole country");
        var back = history == 0
                ? new LocalText("查询当前状态", "shows the present state")
                : new LocalText("可回溯" + history + "个月", "goes back " + history + " months");
        return new LocalText(
                content.get("what_zh") + "。覆盖" + area.zh() + "，" + often.zh() + "更新，" + back.zh() + "。",
                content.get("what_en") + ". Covers " + area.en() + ", updated " + often.en() + ", " + back.en() + ".");
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
