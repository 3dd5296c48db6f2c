package org.sluice.worker.buckets;

/**
 * Over how many buckets items are spread, and up to which size each is filled.
 *
 * @param items distinct items of one party
 * @param buckets the same at both parties
 */
public record BucketPlan(int items, int buckets) {

    /** However small one party wants its buckets: each has a file and a buffer of its own while items are spread. */
    public static final int MOST_BUCKETS = 256;

    private static final double OVERFLOW_LOG = 40 * Math.log(2);

    public BucketPlan {
        if (items < 0 || buckets < 1) {
            throw new IllegalArgumentException(items + " items cannot be spread over " + buckets + " buckets");
        }
    }

    /**
     * As many as the larger of two sets needs; but so few that neither side has room in its buckets for more items than
     * a run may be about, since one that brings its own in place of random rows is not noticed.
     *
     * @param bucket items for which one bucket is good
     * @param greatest items that either side may bring
     */
    public static int bucketsFor(int one, int other, int bucket, long greatest) {
        int buckets = (int) Math.max(1, Math.min(MOST_BUCKETS, (Math.max(one, other) - 1L) / bucket + 1));
        while (buckets > 1 && Math.max(room(one, buckets), room(other, buckets)) > greatest) {
            buckets /= 2;
        }
        return buckets;
    }

    private static long room(int items, int buckets) {
        return (long) buckets * new BucketPlan(items, buckets).capacity();
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
