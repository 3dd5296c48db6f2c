package org.sluice.worker.orders;

/**
 * One of equal shares of a run's buckets, however many those are: that is agreed on the line only.
 *
 * @param index from 0 on
 * @param count of all ranges; there may be more of them than buckets, and some are empty then
 */
record Range(int index, int count) {

    /** All buckets. */
    static final Range WHOLE = new Range(0, 1);

    Range {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("there is no range " + index + " of " + count);
        }
    }

    /** The first of its buckets. */
    int from(int buckets) {
        return (int) ((long) buckets * index / count);
    }

    /** The one behind its last. */
    int to(int buckets) {
        return (int) ((long) buckets * (index + 1) / count);
    }

    boolean isEmpty(int buckets) {
        return from(buckets) == to(buckets);
    }
}
