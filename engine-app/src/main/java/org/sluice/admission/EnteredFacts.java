package org.sluice.admission;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Problems;
import org.sluice.rules.FactCatalogue;
import org.sluice.rules.Measure;
import org.sluice.rules.RuleGroup;

/** Checks the facts of a dossier or of a test against the catalogue of the rules, and brings them into the form in which they are kept. */
final class EnteredFacts {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ELEMENTS = 200;
    private static final int MOST_DIGITS = 18;

    /** A lot is compared over all of its bidders, with their people's data: that is the purchase's matter. */
    private static final Set<String> NOT_HERE = Set.of("LotFacts", "Bidder");

    /** What a test measures is the tester's to report, and no part of a dossier. */
    private static final String SAMPLE_TEST = "SampleTest";

    /** Of these the report has fields of its own. */
    private static final Set<String> REPORTED = Set.of("testState", "sampleSize", "coverageRate");

    private final RuleGroup group;
    private final Predicate<FactCatalogue.Fact> asked;
    private final Problems problems = new Problems();

    private EnteredFacts(RuleGroup group, Predicate<FactCatalogue.Fact> asked) {
        this.group = group;
        this.asked = asked;
    }

    /**
     * Plain values by name, each fit for the rules; what was given as null is unknown and left out.
     *
     * @throws org.sluice.process.Invalid naming every fact that is unknown or whose value does not fit: {@code
     *     facts.<name>}
     */
    static Map<String, Object> of(RuleGroup group, Map<String, ? extends @Nullable Object> entered) {
        return new EnteredFacts(group, EnteredFacts::isAsked).read(entered);
    }

    /**
     * The same for what a test has measured, which is no part of a dossier.
     *
     * @throws org.sluice.process.Invalid as {@link #of}
     */
    static Map<String, Object> ofTest(Map<String, ? extends @Nullable Object> measured) {
        return new EnteredFacts(RuleGroup.DATA, EnteredFacts::isMeasured).read(measured);
    }

    /**
     * What was filed before, without what fits no more since the catalogue has changed: a choice that is gone says
     * nothing.
     */
    static Map<String, Object> stillFit(RuleGroup group, Map<String, Object> filed) {
        return new EnteredFacts(group, any -> true).plain("facts.", filed, null);
    }

    private Map<String, Object> read(Map<String, ? extends @Nullable Object> entered) {
        var plain = plain("facts.", entered, null);
        problems.orThrow();
        return plain;
    }

    /** Adds what {@link #of} would refuse. */
    static void check(RuleGroup group, Map<String, ? extends @Nullable Object> entered, Problems problems) {
        var check = new EnteredFacts(group, EnteredFacts::isAsked);
        check.plain("facts.", entered, null);
        problems.addAll(check.problems.list());
    }

    /** The facts that a dossier of this group may hold, in the catalogue's order; without those of elements. */
    static List<FactCatalogue.Fact> asked(RuleGroup group) {
        return FactCatalogue.of(group).stream()
                .filter(fact -> isAsked(fact) && !fact.element())
                .toList();
    }

    /** The facts that a test may measure, in the catalogue's order. */
    static List<FactCatalogue.Fact> measured() {
        return FactCatalogue.of(RuleGroup.DATA).stream()
                .filter(EnteredFacts::isMeasured)
                .toList();
    }

    /** Whether a fact of a product, by its name, is what a test tells. */
    static boolean isOfTest(String name) {
        return FactCatalogue.of(RuleGroup.DATA).stream()
                .anyMatch(fact -> fact.name().equals(name) && fact.part().equals(SAMPLE_TEST));
    }

    private static boolean isAsked(FactCatalogue.Fact fact) {
        return !fact.personal()
                && !NOT_HERE.contains(fact.part())
                && !fact.part().equals(SAMPLE_TEST);
    }

    private static boolean isMeasured(FactCatalogue.Fact fact) {
        return fact.part().equals(SAMPLE_TEST) && !REPORTED.contains(fact.name());
    }

    /** @param part of the elements whose facts these are; null for the case's own */
    private Map<String, Object> plain(
            String path, Map<String, ? extends @Nullable Object> entered, @Nullable String part) {
        var plain = new LinkedHashMap<String, Object>();
        entered.forEach((name, value) -> {
            var field = path + name;
            var fact = FactCatalogue.of(group).stream()
                    .filter(each -> each.name().equals(name)
                            && (part == null ? !each.element() : each.part().equals(part)))
                    .findFirst()
                    .orElse(null);
            if (fact == null) {
                problems.add(field, "noSuchFact");
            } else if (!asked.test(fact)) {
                problems.add(field, "notInDossier");
            } else if (value != null) {
                var fit = value(field, fact, value);
                if (fit != null) {
                    plain.put(name, fit);
                }
            }
        });
        return plain;
    }

    private @Nullable Object value(String field, FactCatalogue.Fact fact, Object value) {
        return switch (fact.kind()) {
            case BOOLEAN -> value instanceof Boolean ? value : problem(field, "factBoolean");
            case WHOLE -> whole(field, fact, value);
            case NUMBER ->
                value instanceof Number number
                        ? within(field, fact, number(field, number))
                        : problem(field, "factNumber");
            case DATE -> date(field, value);
            case TEXT -> isText(value) ? value.toString().strip() : problem(field, "factText", LONGEST_TEXT);
            case CHOICE ->
                fact.codes().contains(value.toString())
                        ? value.toString()
                        : problem(field, "oneOf", String.join(", ", fact.codes()));
            case CHOICES -> choices(field, fact, value);
            case TEXTS -> texts(field, value);
            case COMPLEX -> elements(field, fact, value);
        };
    }

    private @Nullable Object whole(String field, FactCatalogue.Fact fact, Object value) {
        if (value instanceof Number number) {
            var exact = within(field, fact, number(field, number));
            if (exact == null) {
                return null;
            }
            try {
                return fact.type().equals("Integer") ? (Object) exact.intValueExact() : (Object) exact.longValueExact();
            } catch (ArithmeticException e) {
                return problem(field, "factWhole");
            }
        }
        return problem(field, "factWhole");
    }

    private @Nullable BigDecimal number(String field, Number number) {
        try {
            var exact = new BigDecimal(number.toString());
            if ((long) exact.precision() - exact.scale() <= MOST_DIGITS && exact.scale() <= MOST_DIGITS) {
                return exact.scale() < 0 ? exact.setScale(0) : exact;
            }
        } catch (NumberFormatException e) {
            // not a number, or an endless one
        }
        problems.add(field, "factNumber");
        return null;
    }

    /** A number that cannot be, such as a share of 63 or a count of -5, is a slip of whoever entered it. */
    private @Nullable BigDecimal within(String field, FactCatalogue.Fact fact, @Nullable BigDecimal number) {
        var measure = fact.measure();
        if (number == null || measure == null || measure.holds(number)) {
            return number;
        }
        var least = String.valueOf(measure.least());
        if (measure.unit() == Measure.Unit.SHARE) {
            problems.add(field, "factShare", fact.label());
        } else if (measure.most() == null) {
            problems.add(field, "factAtLeast", fact.label(), least);
        } else {
            problems.add(field, "factBetween", fact.label(), least, measure.most());
        }
        return null;
    }

    private @Nullable Object date(String field, Object value) {
        try {
            var day = LocalDate.parse(value.toString());
            return day.getYear() < 1000 || day.getYear() > 9999 ? problem(field, "factDate") : day.toString();
        } catch (DateTimeException e) {
            return problem(field, "factDate");
        }
    }

    private @Nullable Object choices(String field, FactCatalogue.Fact fact, Object value) {
        if (value instanceof Collection<?> many) {
            var codes = many.stream().map(String::valueOf).toList();
            if (fact.codes().containsAll(codes) && Set.copyOf(codes).size() == codes.size()) {
                return codes;
            }
        }
        return problem(field, "factChoices", String.join(", ", fact.codes()));
    }

    private @Nullable Object texts(String field, Object value) {
        if (value instanceof Collection<?> many
                && many.size() <= MOST_ELEMENTS
                && many.stream().allMatch(EnteredFacts::isText)) {
            return many.stream().map(each -> each.toString().strip()).distinct().toList();
        }
        return problem(field, "factTexts", LONGEST_TEXT);
    }

    private @Nullable Object elements(String field, FactCatalogue.Fact fact, Object value) {
        if (value instanceof Collection<?> many
                && many.size() <= MOST_ELEMENTS
                && many.stream().allMatch(Map.class::isInstance)) {
            var elements = new ArrayList<Map<String, Object>>();
            for (var each : many) {
                var named = new LinkedHashMap<String, @Nullable Object>();
                ((Map<?, ?>) each).forEach((name, of) -> named.put(String.valueOf(name), of));
                elements.add(plain(field + "[" + elements.size() + "].", named, fact.type()));
            }
            return elements;
        }
        return problem(
                field,
                "factRecords",
                FactCatalogue.of(group).stream()
                        .filter(each -> each.part().equals(fact.type()))
                        .map(FactCatalogue.Fact::name)
                        .collect(Collectors.joining(", ")));
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && text.strip().length() <= LONGEST_TEXT;
    }

    private @Nullable Object problem(String field, String key, Object... arguments) {
        problems.add(field, key, arguments);
        return null;
    }
}
