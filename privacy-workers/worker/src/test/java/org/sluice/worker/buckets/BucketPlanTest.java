package org.sluice.worker.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buckets are filled far enough that none overflows, and hardly further. */
class BucketPlanTest {

    @ParameterizedTest
    @CsvSource({"10000000, 10", "16777216, 16", "2000, 4", "300, 3", "40, 8", "1, 4"})
    void overflowsLessThanOnceInTheAgreedNumberOfRuns(int items, int buckets) {
        int capacity = new BucketPlan(items, buckets).capacity();

        double all = Math.log(buckets) / Math.log(2);
        assertThat(log2OfTail(items, buckets, capacity) + all).isLessThanOrEqualTo(-40);
        // Chernoff's bound gives a little away; a tenth of the reserve over the mean is the most it may be
        double mean = (double) items / buckets;
        int tighter = (int) (mean + (capacity - mean) * 0.88);
        if (items > 1000) {
            assertThat(log2OfTail(items, buckets, tighter) + all).isGreaterThan(-40);
        }
    }

    @Test
    void fillsASingleBucketWithNothing() {
        assertThat(new BucketPlan(12_345, 1).capacity()).isEqualTo(12_345);
        assertThat(new BucketPlan(0, 7).capacity()).isZero();
    }

    @Test
    void takesTenBucketsForTenMillion() {
        assertThat(buckets(10_000_000, 10_000_000)).isEqualTo(10);
        assertThat(buckets(1, 10_000_000)).isEqualTo(10);
        assertThat(buckets(1 << 20, 1 << 20)).isEqualTo(1);
        assertThat(buckets((1 << 20) + 1, 0)).isEqualTo(2);
        assertThat(buckets(0, 0)).isEqualTo(1);
        assertThat(buckets(Integer.MAX_VALUE, 0)).isEqualTo(BucketPlan.MOST_BUCKETS);
    }

    private static int buckets(int one, int other) {
        return BucketPlan.bucketsFor(one, other, 1 << 20, Long.MAX_VALUE);
    }

    /** Whoever fills its buckets with its own items instead of random rows brings no more than a run may be about. */
    @Test
    void haveNoRoomForMoreThanARunMayBeAbout() {
        for (int items : new int[] {1_000, 100_000, 1_990_000, 2_000_000}) {
            int buckets = BucketPlan.bucketsFor(items, 2_000_000, 1 << 13, 2_000_000);
            assertThat((long) buckets * new BucketPlan(items, buckets).capacity())
                    .isLessThanOrEqualTo(2_000_000);
        }
        assertThat(BucketPlan.bucketsFor(1_900_000, 1_900_000, 1 << 20, 2_000_000))
                .isEqualTo(2);
        assertThat(BucketPlan.bucketsFor(2_000_000, 2_000_000, 1 << 20, 2_000_000))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new BucketPlan(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BucketPlan(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** log2 of P[X > capacity] for a binomial X, summed term by term. */
    private static double log2OfTail(int items, int buckets, int capacity) {
        if (capacity >= items) {
            return Double.NEGATIVE_INFINITY;
        }
        double p = 1.0 / buckets;
        int first = capacity + 1;
        double log = 0;
        for (int i = 1; i <= first; i++) {
            log += Math.log((double) (items - first + i) / i);
        }
        log += first * Math.log(p) + (items - first) * Math.log1p(-p);
        double term = 1;
        double sum = 1;
        for (int k = first; k < items && term > 1e-18; k++) {
            term *= (double) (items - k) / (k + 1) * p / (1 - p);
            sum += term;
        }
        return (log + Math.log(sum)) / Math.log(2);
    }
}
