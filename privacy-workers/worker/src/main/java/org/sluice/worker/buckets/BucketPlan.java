package org.sluice.worker.buckets;

/**
 * Over how many buckets items are spread, and up to which size each is filled.
 *
 * @param items distinct items of one party
 * @param buckets the same at both parties
 */
public record BucketPlan(int items, int buckets) {

    /** Items for which one bucket is good: memory of a run grows with it, its overhead shrinks. */
    public static final int USUAL_BUCKET = 1 << 20;

    private static final double OVERFLOW_LOG = 40 * Math.log(2);

    public BucketPlan {
        if (items < 0 || buckets < 1) {
            throw new IllegalArgumentException(items + " items cannot be spread over " + buckets + " buckets");
        }
    }

    /** As many as the larger of two sets needs. */
    public static int bucketsFor(int larger) {
        return Math.max(1, (int) ((larger - 1L) / USUAL_BUCKET + 1));
    }

    /**
     * The least size that no bucket exceeds but for a chance of 2^-40, by Chernoff's bound for the binomial
     * distribution, P[X ≥ c] ≤ exp(-n·D(c/n ‖ 1/B)), and a union over all buckets.
     */
    public int capacity() {
        if (buckets == 1 || items == 0) {
            return items;
        }
        double wanted = OVERFLOW_LOG + Math.log(buckets);
        int low = items / buckets;
        int high = items;
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (exponent(middle) >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** n·D(c/n ‖ 1/B), in nats; grows with c from the mean on. */
    private double exponent(int capacity) {
        double share = (double) capacity / items;
        double mean = 1.0 / buckets;
        if (share <= mean) {
            return 0;
        }
        double above = share * Math.log(share / mean);
        double below = share == 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - mean));
        return items * (above + below);
    }
}
