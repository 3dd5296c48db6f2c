package org.sluice.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.catalog.ProductsInUse;
import org.sluice.catalog.ProductsInUse.Product;
import org.sluice.catalog.SupplierRegister;
import org.sluice.process.evaluation.IncidentLevel;
import org.sluice.process.evaluation.ItemFinding;
import org.sluice.process.evaluation.NotApplicable;
import org.sluice.process.evaluation.ScoreItem;
import org.sluice.process.evaluation.SupplierConduct;
import org.sluice.rulebook.Parameters;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** Gathers what a product is scored on: readings, documents, earlier rectifications, who uses it, what it costs. */
@Component
class ProductFigures {

    /** The months that are looked at, both included, each by its first day. */
    record Window(LocalDate from, LocalDate to) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Of days of calls, for the price of a useful hit where a month has one price. */
    private static final BigDecimal DAYS_OF_A_MONTH = BigDecimal.valueOf(30);

    private final ReadingStore readings;
    private final Rectifications rectifications;
    private final ProductUse use;
    private final ProductsInUse products;
    private final SupplierRegister suppliers;
    private final Parameters parameters;
    private final Clock clock;

    ProductFigures(
            ReadingStore readings,
            Rectifications rectifications,
            ProductUse use,
            ProductsInUse products,
            SupplierRegister suppliers,
            Parameters parameters,
            Clock clock) {
        this.readings = readings;
        this.rectifications = rectifications;
        this.use = use;
        this.products = products;
        this.suppliers = suppliers;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The whole months before this one. */
    Window window() {
        var last = today().withDayOfMonth(1).minusMonths(1);
        return new Window(last.minusMonths(parameters.whole("evaluation.windowMonths") - 1L), last);
    }

    /** Every item once, in reading order; the effect is not known before the units have spoken. */
    List<ScoredItem> collect(Product product, Window window) {
        var read = readings.between(product.id(), window.from(), window.to());
        return Stream.of(ScoreItem.values())
                .map(item -> item(item, product, window, read))
                .toList();
    }

    private ScoredItem item(ScoreItem item, Product product, Window window, List<Reading> read) {
        return switch (item) {
            case HIT_RATE -> hitRate(product, read);
            case ACCURACY -> percent(item, read, Reading::accuracy);
            case FRESHNESS -> percent(item, read, Reading::freshness);
            case NULL_RATE -> percent(item, read, Reading::nullRate);
            case STABILITY -> worst(item, read, Reading::psi, NotApplicable.NO_READING);
            case AVAILABILITY -> percent(item, read, Reading::availability);
            case RESPONSE_TIME -> measured(item, mean(read, whole(Reading::responseMs), 0), NotApplicable.NO_READING);
            case INCIDENT_HANDLING ->
                measured(
                        item,
                        mean(read, whole(Reading::handlingMinutes), 0),
                        read.isEmpty() ? NotApplicable.NO_READING : NotApplicable.NO_INCIDENT_TO_HANDLE);
            case CHANGE_NOTICE ->
                measured(
                        item,
                        values(read, whole(Reading::changeNoticeDays))
                                .min(BigDecimal::compareTo)
                                .orElse(null),
                        read.isEmpty() ? NotApplicable.NO_READING : NotApplicable.NO_CHANGE);
            case DOCUMENTS -> ScoredItem.found(item, documents(product));
            case RECTIFICATIONS -> ScoredItem.found(item, rectifications.finding(product.id(), window.from(), today()));
            case DATA_INCIDENTS -> incidents(read);
            case EFFECT -> measured(item, null, NotApplicable.NO_RATING);
            case REUSE -> measured(item, BigDecimal.valueOf(use.lines(product.id())), NotApplicable.NO_READING);
            case COST -> cost(product, mean(read, Reading::hitRate, 6));
            case BILLING ->
                product.pricing().equals("FREE")
                        ? measured(item, null, NotApplicable.FREE_OF_CHARGE)
                        : percent(item, read, Reading::billingDifference);
        };
    }

    private static ScoredItem hitRate(Product product, List<Reading> read) {
        var mean = mean(read, Reading::hitRate, 6);
        var promised = product.promisedHitRate();
        return measured(
                ScoreItem.HIT_RATE,
                mean == null || promised == null
                        ? null
                        : mean.subtract(promised).multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP),
                mean == null ? NotApplicable.NO_READING : NotApplicable.NO_PROMISE);
    }

    private static ScoredItem incidents(List<Reading> read) {
        if (read.isEmpty()) {
            return new ScoredItem(
                    ScoreItem.DATA_INCIDENTS, null, ItemFinding.MEASURED, NotApplicable.NO_READING, false, null, null);
        }
        var worst = gravest(read);
        return ScoredItem.found(
                ScoreItem.DATA_INCIDENTS,
                worst == IncidentLevel.NONE
                        ? ItemFinding.NO_INCIDENT
                        : worst.isVeto() ? ItemFinding.LARGER_INCIDENT : ItemFinding.MINOR_INCIDENT);
    }

    private static IncidentLevel gravest(List<Reading> read) {
        return read.stream()
                .map(Reading::incidentLevel)
                .max(IncidentLevel::compareTo)
                .orElse(IncidentLevel.NONE);
    }

    /** What decides alone, the gravest first; null when nothing does. A message key below {@code veto.} */
    @Nullable
    String veto(Product product, Window window) {
        var read = readings.between(product.id(), window.from(), window.to());
        for (var conduct :
                List.of(SupplierConduct.UNLAWFUL_SOURCE, SupplierConduct.FORGED_DATA, SupplierConduct.BRIBERY)) {
            if (read.stream().anyMatch(reading -> reading.conduct() == conduct)) {
                return conduct.name();
            }
        }
        return gravest(read).isVeto() ? Vetoes.DATA_INCIDENT : null;
    }

    /** How grave the gravest incident of these months was. */
    IncidentLevel incidentLevel(UUID product, LocalDate from, LocalDate to) {
        return gravest(readings.between(product, from, to));
    }

    private ItemFinding documents(Product product) {
        var ends = Stream.of(
                        product.admissionEndsOn(),
                        suppliers.get(product.supplier()).admissionEndsOn())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
        if (ends.isEmpty() || ends.get().isBefore(today())) {
            return ItemFinding.LAPSED;
        }
        var ahead = today().plusDays(parameters.whole("evaluation.renewalAhead.days"));
        return ends.get().isAfter(ahead) ? ItemFinding.VALID : ItemFinding.RENEWAL_UNDER_WAY;
    }

    private ScoredItem cost(Product product, @Nullable BigDecimal hitRate) {
        return measured(
                ScoreItem.COST,
                product.pricing().equals("FREE") ? null : costAgainstBenchmark(product, hitRate),
                product.pricing().equals("FREE") ? NotApplicable.FREE_OF_CHARGE : NotApplicable.NO_COMPARISON);
    }

    /** Price of a useful hit as a multiple of the median of comparable products; null without enough of them. */
    private @Nullable BigDecimal costAgainstBenchmark(Product product, @Nullable BigDecimal hitRate) {
        var own = costOfHit(product, hitRate == null ? product.promisedHitRate() : hitRate);
        var peers = products.peers(product).stream()
                .map(peer -> costOfHit(peer, peer.promisedHitRate()))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (own == null || peers.size() < parameters.whole("evaluation.benchmark.leastPeers")) {
            return null;
        }
        var median = peers.size() % 2 == 1
                ? peers.get(peers.size() / 2)
                : peers.get(peers.size() / 2 - 1)
                        .add(peers.get(peers.size() / 2))
                        .divide(BigDecimal.valueOf(2), 8, RoundingMode.HALF_UP);
        return median.signum() == 0 ? null : own.divide(median, 2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal costOfHit(Product product, @Nullable BigDecimal hitRate) {
        var price = product.unitPrice();
        if (price == null || hitRate == null || hitRate.signum() == 0) {
            return null;
        }
        if (product.pricing().equals("PER_CALL")) {
            return price.divide(hitRate, 8, RoundingMode.HALF_UP);
        }
        var hits = BigDecimal.valueOf(product.dailyCalls())
                .multiply(DAYS_OF_A_MONTH)
                .multiply(hitRate);
        return hits.signum() == 0 ? null : price.divide(hits, 8, RoundingMode.HALF_UP);
    }

    /** Calls of the last half year as they were read; 0 where nothing was. */
    long callsOfHalfAYear(UUID product) {
        var last = today().withDayOfMonth(1).minusMonths(1);
        return readings.between(product, last.minusMonths(5), last).stream()
                .mapToLong(Reading::calls)
                .sum();
    }

    /** Whether another supplier's listed product covers enough of its fields. */
    boolean isReplaceable(Product product) {
        return products.replacementsOf(product).stream().anyMatch(other -> isCovered(product, other));
    }

    /**
     * Whether the product could step in where another supplier's product is called now: it may be ordered, and covers
     * enough of that one's fields.
     */
    boolean couldStepIn(Product product) {
        return products.besides(product).stream()
                .filter(other -> isCovered(other, product))
                .filter(other -> products.replacementsOf(other).stream()
                        .anyMatch(replacement -> replacement.id().equals(product.id())))
                .anyMatch(other -> callsOfHalfAYear(other.id()) > 0);
    }

    private boolean isCovered(Product wanted, Product substitute) {
        var share = parameters.number("evaluation.replacement.fields").doubleValue();
        return wanted.fields().stream().filter(substitute.fields()::contains).count()
                >= share * wanted.fields().size();
    }

    private static ScoredItem measured(ScoreItem item, @Nullable BigDecimal figure, NotApplicable otherwise) {
        return ScoredItem.measured(item, figure, otherwise);
    }

    private static ScoredItem percent(
            ScoreItem item, List<Reading> read, Function<Reading, @Nullable BigDecimal> value) {
        var mean = mean(read, value, 6);
        return measured(
                item,
                mean == null ? null : mean.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP),
                NotApplicable.NO_READING);
    }

    private static ScoredItem worst(
            ScoreItem item,
            List<Reading> read,
            Function<Reading, @Nullable BigDecimal> value,
            NotApplicable otherwise) {
        return measured(item, values(read, value).max(BigDecimal::compareTo).orElse(null), otherwise);
    }

    private static @Nullable BigDecimal mean(
            List<Reading> read, Function<Reading, @Nullable BigDecimal> value, int scale) {
        var all = values(read, value).toList();
        return all.isEmpty()
                ? null
                : all.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(all.size()), scale, RoundingMode.HALF_UP);
    }

    private static Stream<BigDecimal> values(List<Reading> read, Function<Reading, @Nullable BigDecimal> value) {
        return read.stream().map(value).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    private static Function<Reading, @Nullable BigDecimal> whole(Function<Reading, @Nullable Integer> value) {
        return reading -> {
            var whole = value.apply(reading);
            return whole == null ? null : BigDecimal.valueOf(whole);
        };
    }

    private LocalDate today() {
        return clock.instant().atZone(WorkingDays.ZONE).toLocalDate();
    }
}
