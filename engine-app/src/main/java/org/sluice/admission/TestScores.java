package org.sluice.admission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluice.admission.TestScore.Item;
import org.sluice.admission.TestScore.Points;
import org.sluice.rulebook.Parameters;
import org.sluice.rules.facts.DataProductFacts;
import org.sluice.rules.facts.ProductKind;
import org.sluice.rules.facts.SampleTest;
import org.springframework.stereotype.Component;

/** Scores sample tests; weights and limits are parameters, and an item that nothing was measured of leaves the divisor. */
@Component
class TestScores {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int DECIMALS = 2;

    /** How much of an item's weight is earned. */
    private enum Share {
        FULL,
        HALF,
        NONE
    }

    private final Parameters parameters;

    TestScores(Parameters parameters) {
        this.parameters = parameters;
    }

    /** @throws IllegalStateException when the test measured nothing that is scored */
    TestScore of(DataProductFacts facts) {
        var test = facts.sampleTest();
        var dataClass = String.valueOf(facts.form().dataClass());
        var points = new ArrayList<Points>();
        add(points, Item.ACCURACY, "admission.score.weight.accuracy", accuracy(test));
        add(points, Item.COVERAGE, "admission.score.weight.coverage", coverage(test, dataClass));
        add(points, Item.COMPLETENESS, "admission.score.weight.completeness", completeness(test));
        add(points, Item.FRESHNESS, "admission.score.weight.freshness", freshness(test, dataClass));
        add(
                points,
                Item.EFFECT,
                "admission.score.weight.effect",
                effect(test, facts.form().productKind()));
        var applies = sum(points, Points::weight);
        if (applies.signum() == 0) {
            throw new IllegalStateException("Nothing of the test is scored");
        }
        return new TestScore(
                HUNDRED.multiply(sum(points, Points::earned)).divide(applies, DECIMALS, RoundingMode.DOWN), points);
    }

    private void add(List<Points> points, Item item, String weight, @Nullable Share share) {
        if (share != null) {
            var whole = parameters.number(weight);
            points.add(new Points(
                    item,
                    whole,
                    switch (share) {
                        case FULL -> whole;
                        case HALF -> whole.divide(TWO);
                        case NONE -> BigDecimal.ZERO;
                    }));
        }
    }

    private @Nullable Share accuracy(SampleTest test) {
        var rate = test.accuracyRate();
        return rate == null
                ? null
                : reached(
                        rate,
                        parameters.number("admission.score.accuracyFull"),
                        parameters.number("data.accuracyMinimum"));
    }

    private @Nullable Share coverage(SampleTest test, String dataClass) {
        var rate = test.coverageRate();
        var least = parameters.numberFor("data.coverageMinimum", dataClass);
        return rate == null ? null : reached(rate, least.add(parameters.number("admission.score.coverageGain")), least);
    }

    /** The worst of empty and double values counts. */
    private @Nullable Share completeness(SampleTest test) {
        return Stream.of(
                        within(test.keyNullRate(), "data.keyNullMaximum"),
                        within(test.descriptiveNullRate(), "data.descriptiveNullMaximum"),
                        within(test.dupRate(), "admission.score.dupMaximum"))
                .flatMap(Stream::ofNullable)
                .max(Share::compareTo)
                .orElse(null);
    }

    private @Nullable Share within(@Nullable BigDecimal rate, String limit) {
        if (rate == null) {
            return null;
        }
        var most = parameters.number(limit);
        if (rate.compareTo(most) <= 0) {
            return Share.FULL;
        }
        var half = most.multiply(parameters.number("admission.score.halfTimes"));
        return rate.compareTo(half) <= 0 ? Share.HALF : Share.NONE;
    }

    private @Nullable Share freshness(SampleTest test, String dataClass) {
        var days = test.freshnessDays();
        if (days == null) {
            return null;
        }
        var oldest = parameters.numberFor("admission.score.freshnessDays", dataClass);
        return BigDecimal.valueOf(days).compareTo(oldest) <= 0 ? Share.FULL : Share.NONE;
    }

    /** Records and lists of names have none; of a score and a variable any of the three shows it. */
    private @Nullable Share effect(SampleTest test, @Nullable ProductKind kind) {
        if (kind != ProductKind.SCORE && kind != ProductKind.VARIABLE) {
            return null;
        }
        var separation =
                parameters.number(kind == ProductKind.SCORE ? "data.scoreKsMinimum" : "data.variableKsMinimum");
        var shown = atLeast(test.ks(), separation)
                || atLeast(test.iv(), parameters.number("data.variableIvMinimum"))
                || atLeast(test.incrementalKs(), parameters.number("data.incrementalKsMinimum"));
        return shown ? Share.FULL : Share.NONE;
    }

    private static boolean atLeast(@Nullable BigDecimal value, BigDecimal least) {
        return value != null && value.compareTo(least) >= 0;
    }

    private static Share reached(BigDecimal rate, BigDecimal full, BigDecimal half) {
        if (rate.compareTo(full) >= 0) {
            return Share.FULL;
        }
        return rate.compareTo(half) >= 0 ? Share.HALF : Share.NONE;
    }

    private static BigDecimal sum(List<Points> points, Function<Points, BigDecimal> of) {
        return points.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
