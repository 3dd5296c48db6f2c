package org.sluice.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sluice.catalog.ProductsInUse;
import org.sluice.shared.WorkingDays;
import org.springframework.stereotype.Component;

/** What the confirmed scores of a supplier's products come to. */
@Component
class SupplierScores {

    /** @param veto one of its products was vetoed in its last evaluation */
    record Score(boolean veto, BigDecimal score) {}

    private record Weighed(Evaluation evaluation, BigDecimal spend) {}

    private final EvaluationStore store;
    private final ReadingStore readings;
    private final ProductsInUse products;
    private final Clock clock;

    SupplierScores(EvaluationStore store, ReadingStore readings, ProductsInUse products, Clock clock) {
        this.store = store;
        this.readings = readings;
        this.products = products;
        this.clock = clock;
    }

    /**
     * The mean by spend of the last twelve months; a plain one where nothing was spent on any of them. It counts what the
     * supplier has in use, and the product of this evaluation also where it is leaving use meanwhile.
     */
    Score of(Evaluation confirmed) {
        var counted = Stream.concat(
                        products.ofSupplier(confirmed.supplier()).stream()
                                .filter(product -> !product.id().equals(confirmed.product())),
                        Stream.of(products.get(confirmed.product())))
                .toList();
        var evaluated = store.lastConfirmed(
                counted.stream().map(ProductsInUse.Product::id).toList());
        var weighed = counted.stream()
                .flatMap(product -> evaluated.stream()
                        .filter(evaluation -> evaluation.product().equals(product.id()))
                        .map(evaluation -> new Weighed(evaluation, spend(product))))
                .toList();
        return new Score(weighed.stream().anyMatch(each -> each.evaluation().veto() != null), mean(weighed));
    }

    private static BigDecimal mean(List<Weighed> all) {
        var spent = sum(all, Weighed::spend);
        if (spent.signum() > 0) {
            return sum(all, each -> score(each).multiply(each.spend())).divide(spent, 2, RoundingMode.HALF_UP);
        }
        return all.isEmpty()
                ? BigDecimal.ZERO
                : sum(all, SupplierScores::score).divide(BigDecimal.valueOf(all.size()), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal score(Weighed weighed) {
        return Objects.requireNonNullElse(weighed.evaluation().score(), BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<Weighed> all, Function<Weighed, BigDecimal> value) {
        return all.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of twelve months: each call that was counted, or each month. */
    private BigDecimal spend(ProductsInUse.Product product) {
        var price = product.unitPrice();
        if (price == null) {
            return BigDecimal.ZERO;
        }
        if (product.pricing().equals("PER_MONTH")) {
            return price.multiply(BigDecimal.valueOf(12));
        }
        var last = clock.instant()
                .atZone(WorkingDays.ZONE)
                .toLocalDate()
                .withDayOfMonth(1)
                .minusMonths(1);
        return price.multiply(BigDecimal.valueOf(readings.between(product.id(), last.minusMonths(11), last).stream()
                .mapToLong(Reading::calls)
                .sum()));
    }
}
