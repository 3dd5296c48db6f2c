package org.sluice.protocol;

/**
 * How a long loop is cut into many calls of a short one. A virtual machine that has just begun compiles a loop that goes on
 * for long in the middle of it, and its method once more by itself; what is called often it compiles once, and sooner. It
 * looks at a method after each 1,024 calls, and at a loop when that has gone round 40,000 times.
 */
public final class Steps {

    /** Rounds of a short loop: 1,024 calls of it stay below 40,000. */
    public static final int FEW = 32;

    private Steps() {}

    /** Where a step ends that begins here. */
    public static int end(int start, int limit) {
        return Math.min(limit, start + FEW);
    }
}
