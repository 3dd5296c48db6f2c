package org.sluice.protocol.vole;

import java.util.Arrays;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.FixedKeyHash;

/**
 * Room for one tree at a time, a level of which grows in two calls of AES; after Goldreich, Goldwasser, Micali. For one
 * thread.
 *
 * <p>A node's children lie a level's width apart: bit l of a leaf's index is the turn taken at level l. So only the last
 * level is cut where the number of leaves is no power of two.
 */
final class GgmTree {

    private static final int BLOCK = Blocks.LENGTH;

    private final FixedKeyHash left = new FixedKeyHash(0);
    private final FixedKeyHash right = new FixedKeyHash(1);
    private final int leaves;
    private final int depth;
    private final byte[] nodes;

    GgmTree(VoleSize size) {
        this.leaves = size.stretch();
        this.depth = size.depth();
        this.nodes = new byte[leaves * BLOCK];
    }

    /** Grows from a root; writes the sums of all left and of all right children of each level, and that of all leaves. */
    void grow(byte[] roots, int root, byte[] sums, int to, byte[] leafSums, int leafSum) {
        System.arraycopy(roots, root, nodes, 0, BLOCK);
        for (int level = 0; level < depth; level++) {
            int width = 1 << level;
            int rights = growLevel(width);
            addUp(0, width, sums, to + 2 * level * BLOCK);
            addUp(width, rights, sums, to + (2 * level + 1) * BLOCK);
        }
        addUp(0, leaves, leafSums, leafSum);
    }

    /**
     * Grows all of a tree but the way to one leaf, which stays zero.
     *
     * @param sums for each level that of the side to which the way does not turn
     */
    void growAround(int leaf, byte[] sums, int from, byte[] leafSums, int leafSum) {
        Arrays.fill(nodes, 0, BLOCK, (byte) 0);
        for (int level = 0; level < depth; level++) {
            int width = 1 << level;
            int rights = growLevel(width);
            int onWay = leaf & (width - 1);
            clear(onWay);
            clear(width + onWay);
            boolean turnsRight = (leaf >>> level & 1) == 1;
            int sibling = turnsRight ? onWay : width + onWay;
            if (sibling < width + rights) {
                byte[] sum = new byte[BLOCK];
                addUp(turnsRight ? 0 : width, turnsRight ? width : rights, sum, 0);
                Blocks.xor(sums, from + level * BLOCK, sum, 0, BLOCK);
                System.arraycopy(sum, 0, nodes, sibling * BLOCK, BLOCK);
            }
        }
        clear(leaf);
        addUp(0, leaves, leafSums, leafSum);
    }

    /** Replaces a level by the next one; how many right children there are. */
    private int growLevel(int width) {
        int rights = Math.min(width, leaves - width);
        right.correlationRobust(nodes, 0, nodes, width * BLOCK, rights);
        left.correlationRobust(nodes, 0, nodes, 0, width);
        return rights;
    }

    private void clear(int node) {
        if (node < leaves) {
            Arrays.fill(nodes, node * BLOCK, (node + 1) * BLOCK, (byte) 0);
        }
    }

    private void addUp(int from, int count, byte[] target, int to) {
        Arrays.fill(target, to, to + BLOCK, (byte) 0);
        for (int i = from; i < from + count; i += Steps.FEW) {
            addSome(i, Steps.end(i, from + count), target, to);
        }
    }

    private void addSome(int from, int to, byte[] target, int at) {
        long low = Blocks.get(target, at);
        long high = Blocks.get(target, at + Long.BYTES);
        for (int node = from * BLOCK; node < to * BLOCK; node += BLOCK) {
            low ^= Blocks.get(nodes, node);
            high ^= Blocks.get(nodes, node + Long.BYTES);
        }
        Blocks.set(target, at, low);
        Blocks.set(target, at + Long.BYTES, high);
    }

    /** Writes the leaves as two numbers each, the next one {@code stride} numbers later. */
    void copyLeaves(long[] words, int from, int stride) {
        for (int i = 0; i < leaves; i += Steps.FEW) {
            copySome(i, Steps.end(i, leaves), words, from, stride);
        }
    }

    private void copySome(int first, int last, long[] words, int from, int stride) {
        for (int i = first; i < last; i++) {
            words[from + i * stride] = Blocks.get(nodes, i * BLOCK);
            words[from + i * stride + 1] = Blocks.get(nodes, i * BLOCK + Long.BYTES);
        }
    }
}
