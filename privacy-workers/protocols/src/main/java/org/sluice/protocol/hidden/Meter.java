package org.sluice.protocol.hidden;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what one client takes, dummies included, and stops it at a limit. Evaluations are what opens values; retrievals count
 * too, because an identifier once evaluated opens later versions of its value as well. May be shared by threads.
 */
public final class Meter implements Toll {

    private final long mostEvaluations;
    private final long mostRetrievals;
    private final AtomicLong evaluations = new AtomicLong();
    private final AtomicLong retrievals = new AtomicLong();

    public Meter(long mostEvaluations, long mostRetrievals) {
        this.mostEvaluations = mostEvaluations;
        this.mostRetrievals = mostRetrievals;
    }

    /** Thrown before anything is computed that the limit does not allow; what was asked for is not counted. */
    public static final class Spent extends RuntimeException {

        public Spent(String what, long most) {
            super("No more " + what + ": the limit is " + most);
        }
    }

    public long evaluations() {
        return evaluations.get();
    }

    public long retrievals() {
        return retrievals.get();
    }

    @Override
    public void takeEvaluations(int count) {
        take(evaluations, count, mostEvaluations, "evaluations");
    }

    @Override
    public void takeRetrievals(int count) {
        take(retrievals, count, mostRetrievals, "retrievals");
    }

    private static void take(AtomicLong taken, int count, long most, String what) {
        long before = taken.getAndUpdate(now -> now > most - count ? now : now + count);
        if (before > most - count) {
            throw new Spent(what, most);
        }
    }
}
