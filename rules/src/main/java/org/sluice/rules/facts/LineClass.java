package org.sluice.rules.facts;

/** How fast the line between two workers was measured to be; an input of the table {@code cryptoSuite}. */
public enum LineClass {
    SLOW,
    FAST;

    /** @param slowBelow megabits a second; a line that has them is no slow one any more */
    public static LineClass of(double megabits, double slowBelow) {
        return megabits < slowBelow ? SLOW : FAST;
    }
}
