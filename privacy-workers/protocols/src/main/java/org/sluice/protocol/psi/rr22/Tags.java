package org.sluice.protocol.psi.rr22;

import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.FixedKeyHash;
import org.sluice.protocol.okvs.Placement;
import org.sluice.protocol.psi.Terms;

/**
 * Hashes what items decode to. Where the peer may be malicious, as a random oracle would: under a mask, and the item beside
 * it. Where it is not, by AES under a public key, in blocks.
 */
final class Tags {

    private static final String LABEL = "sluice/rr22/v1";
    private static final byte[] NO_CONTEXT = {};
    private static final int ITEMS_PER_PART = 1 << 15;
    private static final int PERMUTATION = 2;

    private final Terms terms;
    private final int length;
    private final boolean bound;
    private final long maskLow;
    private final long maskHigh;

    /** @param mask zero where none was tossed */
    Tags(Plan plan, byte[] mask) {
        this.terms = plan.terms();
        this.length = plan.tagLength();
        this.bound = plan.malicious();
        this.maskLow = Blocks.get(mask, 0);
        this.maskHigh = Blocks.get(mask, Long.BYTES);
    }

    /**
     * A tag for each place of the placement.
     *
     * @param values two numbers a place
     */
    Column of(Column items, Placement placement, long[] values, Cores cores) {
        int count = placement.count();
        byte[] tags = new byte[Math.multiplyExact(count, length)];
        int parts = (count + ITEMS_PER_PART - 1) / ITEMS_PER_PART;
        cores.run(parts, part -> {
            int from = part * ITEMS_PER_PART;
            int to = Math.min(count, from + ITEMS_PER_PART);
            byte[] inputs = inputs(items, placement, values, from, to);
            if (bound) {
                Column rows = Column.owning(inputs, inputs.length / (to - from));
                terms.hashing().ofRows(LABEL, NO_CONTEXT, rows, length).copyRows(0, to - from, tags, from * length);
            } else {
                new FixedKeyHash(PERMUTATION).correlationRobust(inputs, 0, inputs, 0, to - from);
                for (int i = 0; i < to - from; i += Steps.FEW) {
                    copy(inputs, i, Steps.end(i, to - from), tags, from * length);
                }
            }
        });
        return Column.owning(tags, length);
    }

    private void copy(byte[] hashes, int from, int to, byte[] tags, int offset) {
        for (int i = from; i < to; i++) {
            System.arraycopy(hashes, i * Blocks.LENGTH, tags, offset + i * length, length);
        }
    }

    private byte[] inputs(Column items, Placement placement, long[] values, int from, int to) {
        int width = bound ? 2 * Blocks.LENGTH : Blocks.LENGTH;
        byte[] inputs = new byte[(to - from) * width];
        for (int i = from; i < to; i += Steps.FEW) {
            enter(items, placement, values, i, Steps.end(i, to), inputs, (i - from) * width);
        }
        return inputs;
    }

    private void enter(Column items, Placement placement, long[] values, int from, int to, byte[] inputs, int offset) {
        int width = bound ? 2 * Blocks.LENGTH : Blocks.LENGTH;
        for (int place = from, at = offset; place < to; place++, at += width) {
            Blocks.set(inputs, at, values[2 * place] ^ maskLow);
            Blocks.set(inputs, at + Long.BYTES, values[2 * place + 1] ^ maskHigh);
            if (bound) {
                int key = placement.key(place);
                items.copyRows(key, key + 1, inputs, at + Blocks.LENGTH);
            }
        }
    }
}
