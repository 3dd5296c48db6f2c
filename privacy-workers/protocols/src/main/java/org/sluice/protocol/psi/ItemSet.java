package org.sluice.protocol.psi;

import java.util.BitSet;
import java.util.Collection;
import org.sluice.protocol.Column;

/**
 * One party's items for one job: hashed to 16 bytes under the job's salt, each once, and for each the place where the
 * caller gave it first.
 *
 * <p>Items of any length are alike from here on; two of 2^25 differ in their hash but for a chance of 2^-79.
 */
public final class ItemSet {

    private static final int EXPECTED = 1024;

    private final Terms terms;
    private final Column hashes;
    private final int[] positions;

    private ItemSet(Terms terms, Column given) {
        this.terms = terms;
        this.positions = given.firstOfEach();
        this.hashes = given.rowsAt(positions);
        if (!terms.allow(positions.length)) {
            throw new IllegalArgumentException("The terms do not allow a set of " + positions.length);
        }
    }

    /**
     * Prepares the items.
     *
     * @throws IllegalArgumentException if there are fewer or more distinct items than the terms allow
     */
    public static ItemSet of(Iterable<byte[]> items, Terms terms) {
        int expected = items instanceof Collection<byte[]> known ? known.size() : EXPECTED;
        ItemHashes hashes = new ItemHashes(terms, expected);
        for (byte[] item : items) {
            hashes.add(item);
        }
        return new ItemSet(terms, hashes.hashes());
    }

    /** Prepares items of one width, a row each; they are the same items as if they were given one by one. */
    public static ItemSet of(Column items, Terms terms) {
        ItemHashes hashes = new ItemHashes(terms, items.count());
        hashes.addAll(items);
        return new ItemSet(terms, hashes.hashes());
    }

    /** Distinct items. */
    public int count() {
        return positions.length;
    }

    public Terms terms() {
        return terms;
    }

    /**
     * The distinct hashes, 16 bytes each, ascending. Their order tells ranks: what is computed from them must be sorted
     * or shuffled anew before it is sent to somebody who can tell single ones apart.
     */
    public Column hashes() {
        return hashes;
    }

    /** Where the caller first gave the item of this index of {@link #hashes}, counted from 0. */
    public int position(int index) {
        return positions[index];
    }

    /**
     * The result of a run of this party.
     *
     * @param common indexes of {@link #hashes}, each once, in any order
     * @param peers distinct items of the peer
     */
    public Intersection intersection(int[] common, int peers) {
        BitSet given = new BitSet();
        for (int index : common) {
            given.set(positions[index]);
        }
        return new Intersection(ascending(given, common.length), count(), peers);
    }

    private static int[] ascending(BitSet given, int count) {
        int[] ascending = new int[count];
        int position = -1;
        for (int i = 0; i < count; i++) {
            position = given.nextSetBit(position + 1);
            ascending[i] = position;
        }
        return ascending;
    }
}
