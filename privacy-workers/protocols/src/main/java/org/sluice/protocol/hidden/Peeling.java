package org.sluice.protocol.hidden;

import java.util.BitSet;
import java.util.Optional;

/** Fills a map of choices: finds an order in which each key has a position that no later one uses, and settles backwards. */
final class Peeling {

    private final ChoiceMap map;
    private final long[] keys;
    private final int[] counts;

    /** At each position, the exclusive or of the indexes of keys that use it. */
    private final int[] users;

    private final int[] order;
    private final int[] settledAt;
    private int peeled;

    private Peeling(ChoiceMap map, long[] keys) {
        this.map = map;
        this.keys = keys;
        this.counts = new int[map.size()];
        this.users = new int[map.size()];
        this.order = new int[keys.length];
        this.settledAt = new int[keys.length];
    }

    /** A map of these bits, or nothing if this seed leaves a knot, as one in hundreds does and equal keys always do. */
    static Optional<ChoiceMap> map(long[] keys, BitSet bits, long seed) {
        Peeling peeling = new Peeling(ChoiceMap.sizedFor(keys.length, seed), keys);
        peeling.count();
        peeling.peel();
        if (peeling.peeled < keys.length) {
            return Optional.empty();
        }
        peeling.settle(bits);
        return Optional.of(peeling.map);
    }

    private void count() {
        for (int i = 0; i < keys.length; i++) {
            for (int which = 0; which < 3; which++) {
                int position = map.position(keys[i], which);
                counts[position]++;
                users[position] ^= i;
            }
        }
    }

    private void peel() {
        int[] alone = new int[counts.length];
        int waiting = 0;
        for (int position = 0; position < counts.length; position++) {
            alone[waiting] = position;
            waiting += counts[position] == 1 ? 1 : 0;
        }
        while (waiting > 0) {
            int position = alone[--waiting];
            if (counts[position] != 1) {
                continue;
            }
            int key = users[position];
            order[peeled] = key;
            settledAt[peeled++] = position;
            for (int which = 0; which < 3; which++) {
                int used = map.position(keys[key], which);
                users[used] ^= key;
                if (--counts[used] == 1) {
                    alone[waiting++] = used;
                }
            }
        }
    }

    private void settle(BitSet bits) {
        for (int i = peeled - 1; i >= 0; i--) {
            map.settle(keys[order[i]], bits.get(order[i]), settledAt[i]);
        }
    }
}
