package org.sluice.protocol.psi.kkrt;

import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.Blocks;

/** The learner's tags by bin, and a table to find one by its content. */
final class OwnTags {

    private static final long HIGH = 0xffffffff00000000L;
    private static final int PART = 1 << 14;

    private final CuckooTable table;
    private final int length;
    private final byte[] tags;
    private final long keyMask;
    private final long[] slots;
    private final boolean[] found;

    /** @param length bytes of a tag, at least 5 */
    OwnTags(CuckooTable table, int items, int length) {
        this.table = table;
        this.length = length;
        // A tag is looked at eight bytes at a time: the last one needs room behind it.
        this.tags = new byte[Math.addExact(Math.multiplyExact(table.bins().count(), length), Long.BYTES)];
        this.keyMask = length >= Long.BYTES ? -1 : (1L << (Byte.SIZE * length)) - 1;
        this.slots = new long[2 * Integer.highestOneBit(Math.max(1, items) * 2 - 1)];
        this.found = new boolean[table.bins().count()];
    }

    /** Where the tags stand, that of bin b from b·length on; whoever writes one there must {@link #enter} it. */
    byte[] bytes() {
        return tags;
    }

    /** Makes the tag of a bin one that can be found. */
    void enter(int bin) {
        long key = key(tags, bin * length);
        int slot = slot(key);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = (key & HIGH) | (bin + 1);
    }

    /** Takes note of the peer's tags of one choice; that two of them equal one of ours is misbehaviour. */
    void find(int choice, Column peers, Cores cores) {
        int parts = (peers.count() + PART - 1) / PART;
        int[][] hits = new int[parts][];
        cores.run(parts, part -> {
            int from = part * PART;
            hits[part] = hits(choice, peers, from, Math.min(peers.count(), from + PART));
        });
        for (int[] some : hits) {
            for (int bin : some) {
                if (found[bin]) {
                    throw new Misbehaviour("The peer's tags hold one twice");
                }
                found[bin] = true;
            }
        }
    }

    private int[] hits(int choice, Column peers, int from, int to) {
        byte[] some = new byte[(to - from) * length + Long.BYTES];
        peers.copyRows(from, to, some, 0);
        int[] bins = new int[to - from];
        long[] first = new long[Steps.FEW];
        int count = 0;
        for (int start = 0; start < to - from; start += Steps.FEW) {
            int end = Steps.end(start, to - from);
            look(some, start, end, first);
            count = find(some, start, end, first, choice, bins, count);
        }
        return Arrays.copyOf(bins, count);
    }

    /** Look-ups that wait for memory wait together where nothing else stands between them. */
    private void look(byte[] peers, int from, int to, long[] first) {
        for (int i = from; i < to; i++) {
            first[i - from] = slots[slot(key(peers, i * length))];
        }
    }

    /** Adds the bins of those that are there to the ones found already; how many there are then. */
    private int find(byte[] peers, int from, int to, long[] first, int choice, int[] bins, int found) {
        int count = found;
        for (int i = from; i < to; i++) {
            int bin = first[i - from] == 0 ? -1 : find(peers, i * length, choice);
            if (bin >= 0) {
                bins[count++] = bin;
            }
        }
        return count;
    }

    /** The bin of this choice whose tag this is, or -1. */
    private int find(byte[] peers, int at, int choice) {
        long key = key(peers, at);
        for (int slot = slot(key); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if ((slots[slot] & HIGH) == (key & HIGH)) {
                int bin = (int) slots[slot] - 1;
                int own = bin * length;
                if (table.choice(bin) == choice && Arrays.equals(tags, own, own + length, peers, at, at + length)) {
                    return bin;
                }
            }
        }
        return -1;
    }

    /** The items whose tags were found, in any order. */
    int[] common() {
        int[] items = new int[found.length];
        int count = 0;
        for (int bin = 0; bin < found.length; bin++) {
            if (found[bin]) {
                items[count++] = table.item(bin);
            }
        }
        return Arrays.copyOf(items, count);
    }

    private long key(byte[] bytes, int at) {
        return Blocks.get(bytes, at) & keyMask;
    }

    private int slot(long key) {
        return (int) key & slots.length - 1;
    }
}
