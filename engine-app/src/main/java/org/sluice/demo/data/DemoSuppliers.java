package org.sluice.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The 355 suppliers by type, by state and by grade. */
final class DemoSuppliers {

    /** States that fit bodies acting by law and exchanges: no demo bank quarrels with an authority. */
    private static final Set<String> CALM = Set.of("QUALIFIED", "PREFERRED", "POTENTIAL", "UNDER_REVIEW");

    private static final Set<String> PUBLIC_BODIES = Set.of("GOV_DEPARTMENT", "PUBLIC_INSTITUTION", "DATA_EXCHANGE");
    private static final Set<String> REGIONAL = Set.of("GOV_DEPARTMENT", "PUBLIC_INSTITUTION", "PUBLIC_DATA_OPERATOR");
    private static final Set<String> NEVER_ADMITTED = Set.of("POTENTIAL", "UNDER_REVIEW");

    private final JdbcTemplate jdbc;
    private final DemoTaxonomy taxonomy;
    private final LocalDate today;
    private final Draw draw = new Draw("suppliers");
    private final PersonNames contacts = new PersonNames(new Draw("contacts"));

    DemoSuppliers(JdbcTemplate jdbc, DemoTaxonomy taxonomy, LocalDate today) {
        this.jdbc = jdbc;
        this.taxonomy = taxonomy;
        this.today = today;
    }

    List<DemoSupplier> load() {
        var names = new SupplierNames(draw);
        var named = new ArrayList<SupplierNames.Named>();
        WordList.counts("supplier type").forEach((type, count) -> named.addAll(names.of(type, count)));
        var states = states(named);
        var grades = grades();
        var suppliers = new ArrayList<DemoSupplier>();
        var rows = new ArrayList<Object[]>();
        int number = 0;
        for (var each : draw.shuffled(named)) {
            number++;
            var state = Objects.requireNonNull(states.get(each));
            var supplier = supplier(each, state, number);
            suppliers.add(supplier);
            rows.add(row(
                    each,
                    supplier,
                    number,
                    grades.containsKey(state) ? grades.get(state).next() : null));
        }
        jdbc.batchUpdate("""
                insert into sluice.supplier (id, code, name_zh, name_en, uscc, supplier_type, state, grade, region,
                    contact_zh, contact_en, contact_phone, contact_email, admitted_on, admission_ends_on, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                """, rows);
        return suppliers;
    }

    /** Deals the states out: to those that take only some of them first, so that both counts come out exactly. */
    private Map<SupplierNames.Named, String> states(List<SupplierNames.Named> named) {
        var pool = draw.shuffled(Draw.expanded(WordList.counts("supplier state")));
        var states = new HashMap<SupplierNames.Named, String>();
        var choosy = Comparator.comparingInt((SupplierNames.Named each) -> strictness(each.type()));
        for (var each : named.stream().sorted(choosy).toList()) {
            var state = pool.stream()
                    .filter(candidate -> fits(each.type(), candidate))
                    .findFirst()
                    .orElseThrow();
            pool.remove(state);
            states.put(each, state);
        }
        return states;
    }

    private static int strictness(String type) {
        return type.equals("PERSONAL_CREDIT_BUREAU") ? 0 : PUBLIC_BODIES.contains(type) ? 1 : 2;
    }

    private static boolean fits(String type, String state) {
        return switch (strictness(type)) {
            case 0 -> state.equals("QUALIFIED") || state.equals("PREFERRED");
            case 1 -> CALM.contains(state);
            default -> true;
        };
    }

    private Map<String, Iterator<String>> grades() {
        var grades = new HashMap<String, Iterator<String>>();
        for (var state : DemoSupplier.DELIVERING) {
            grades.put(
                    state,
                    draw.shuffled(Draw.expanded(WordList.counts("grade of " + state)))
                            .iterator());
        }
        return grades;
    }

    private DemoSupplier supplier(SupplierNames.Named named, String state, int number) {
        var delivers = DemoSupplier.DELIVERING.contains(state);
        LocalDate admitted = null;
        LocalDate ends = null;
        if (!NEVER_ADMITTED.contains(state)) {
            ends = delivers ? today.plusDays(draw.between(20, 720)) : today.minusDays(draw.between(10, 400));
            admitted = (delivers ? today : ends).minusDays(draw.between(120, 1500));
        }
        return new DemoSupplier(
                Draw.id("supplier", code(number)),
                state,
                named.region(),
                named.shortName(),
                REGIONAL.contains(named.type()),
                taxonomy.actsByLaw(named.type()),
                classes(named.classes()),
                admitted,
                ends);
    }

    /** {@code PUBLIC} stands for every class of public data. */
    private Set<String> classes(List<String> classes) {
        var all = new HashSet<>(classes);
        if (all.remove("PUBLIC")) {
            all.addAll(taxonomy.publicClasses());
        }
        return all;
    }

    private Object[] row(SupplierNames.Named named, DemoSupplier supplier, int number, @Nullable String grade) {
        var contact = contacts.next();
        return new Object[] {
            supplier.id(),
            code(number),
            named.name().zh(),
            named.name().en(),
            CreditCode.of(registration(named.type()), 20_000_000 + number * 7919),
            named.type(),
            supplier.state(),
            grade,
            named.region().code(),
            contact.zh(),
            contact.en(),
            "199-0000-" + (1000 + number * 17),
            code(number).toLowerCase(Locale.ROOT) + "@example.com",
            supplier.admittedOn(),
            supplier.endsOn()
        };
    }

    private static String registration(String type) {
        return switch (type) {
            case "GOV_DEPARTMENT" -> "11";
            case "PUBLIC_INSTITUTION" -> "12";
            default -> "91";
        };
    }

    private static String code(int number) {
        return "SUP-" + Integer.toString(100_000 + number).substring(1);
    }
}
