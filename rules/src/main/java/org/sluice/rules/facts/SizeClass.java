package org.sluice.rules.facts;

/** How the sizes of two sets lie to each other; an input of the table {@code cryptoSuite}. */
public enum SizeClass {
    BALANCED_SMALL,
    BALANCED_LARGE,
    UNBALANCED;

    /**
     * The class of two sets.
     *
     * @param smallMost the most items that the larger of two small sets has
     * @param ratio from which the larger set counts as unbalanced against the smaller one; small sets never do
     * @throws IllegalArgumentException when a size is negative
     */
    public static SizeClass of(long one, long other, long smallMost, long ratio) {
        if (one < 0 || other < 0) {
            throw new IllegalArgumentException("A set of " + Math.min(one, other) + " items");
        }
        var larger = Math.max(one, other);
        if (larger <= smallMost) {
            return BALANCED_SMALL;
        }
        return larger / ratio >= Math.min(one, other) ? UNBALANCED : BALANCED_LARGE;
    }
}
