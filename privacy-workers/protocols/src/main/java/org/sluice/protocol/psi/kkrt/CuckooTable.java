package org.sluice.protocol.psi.kkrt;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;

/**
 * The learner's items, each in one of its three bins, at most one a bin.
 *
 * <p>Not constant-time: evictions depend on the items. The salt goes to the peer only when all items have their place; that
 * the salts before it failed, which happens once in about 2^40 tables, is all that it could tell.
 */
final class CuckooTable {

    /** Evictions after which an item counts as one without a place; at these loads chains of a hundred are unheard of. */
    private static final int LONGEST_CHAIN = 2000;

    private static final int ATTEMPTS = 64;

    private final Bins bins;
    private final byte[] salt;
    private final int[] placed;

    private CuckooTable(Bins bins, byte[] salt, int[] placed) {
        this.bins = bins;
        this.salt = salt;
        this.placed = placed;
    }

    /** Draws salts until one gives all items their places. */
    static CuckooTable of(Column items, SecureRandom random, Cores cores) {
        Bins bins = Bins.of(items.count());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] salt = new byte[Blocks.LENGTH];
            random.nextBytes(salt);
            int[] placed = place(bins.positions(items, salt, cores), bins.count(), Blocks.get(salt, 0));
            if (placed != null) {
                return new CuckooTable(bins, salt, placed);
            }
        }
        throw new IllegalStateException("No salt gives all items a place: they cannot be hashes");
    }

    /** In each bin one more than the index of the position that leads there, or 0; nothing if an item finds no place. */
    private static int @Nullable [] place(int[] positions, int bins, long seed) {
        int[] placed = new int[bins];
        long walk = seed;
        for (int item = 0; item < positions.length / Bins.CHOICES; item++) {
            int homeless = item;
            int chain = 0;
            while (!settle(placed, positions, homeless)) {
                if (chain++ == LONGEST_CHAIN) {
                    return null;
                }
                walk = walk * 6364136223846793005L + 1442695040888963407L;
                int choice = (int) (((walk >>> 33) * Bins.CHOICES) >>> 31);
                int position = homeless * Bins.CHOICES + choice;
                int evicted = placed[positions[position]] - 1;
                placed[positions[position]] = position + 1;
                homeless = evicted / Bins.CHOICES;
            }
        }
        return placed;
    }

    private static boolean settle(int[] placed, int[] positions, int item) {
        for (int position = item * Bins.CHOICES; position < (item + 1) * Bins.CHOICES; position++) {
            if (placed[positions[position]] == 0) {
                placed[positions[position]] = position + 1;
                return true;
            }
        }
        return false;
    }

    Bins bins() {
        return bins;
    }

    byte[] salt() {
        return salt.clone();
    }

    boolean isEmpty(int bin) {
        return placed[bin] == 0;
    }

    /** The item that stands in a bin which is not empty. */
    int item(int bin) {
        return (placed[bin] - 1) / Bins.CHOICES;
    }

    /** Which of the item's three choices the bin is. */
    int choice(int bin) {
        return (placed[bin] - 1) % Bins.CHOICES;
    }
}
