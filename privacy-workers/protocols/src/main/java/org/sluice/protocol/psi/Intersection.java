package org.sluice.protocol.psi;

import java.util.Arrays;

/**
 * Which of a party's own items its peer holds too; wrong with a chance below 2^-40.
 *
 * <p>Items are named by their positions in what the party gave, counted from 0; of an item given several times only the
 * first position stands here.
 */
public final class Intersection implements Learned {

    private final int[] positions;
    private final int own;
    private final int peers;

    /** Takes over positions that are ascending. */
    Intersection(int[] positions, int own, int peers) {
        this.positions = positions;
        this.own = own;
        this.peers = peers;
    }

    /** Ascending; a copy. */
    public int[] positions() {
        return positions.clone();
    }

    /** How many distinct items both hold. */
    public int count() {
        return positions.length;
    }

    @Override
    public int own() {
        return own;
    }

    @Override
    public int peers() {
        return peers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Intersection that
                && own == that.own
                && peers == that.peers
                && Arrays.equals(positions, that.positions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * own + peers) + Arrays.hashCode(positions);
    }

    /** The numbers alone: positions name members of the peer's set. */
    @Override
    public String toString() {
        return "Intersection of " + count() + " out of " + own + " and " + peers;
    }
}
