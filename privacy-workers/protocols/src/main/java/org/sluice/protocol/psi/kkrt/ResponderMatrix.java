package org.sluice.protocol.psi.kkrt;

import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.Prg;

/** The responder's matrix: each chunk gives the tags of those items that have a bin in it. */
final class ResponderMatrix {

    private final Bins bins;
    private final byte[] choices;
    private final BinOrder order;
    private final ResponderTags tags;
    private final Cores cores;
    private final Prg[] streams = new Prg[Code.WIDTH];
    private final Columns matrix = new Columns();

    ResponderMatrix(Bins bins, Transfers.Seeds seeds, BinOrder order, ResponderTags tags, Cores cores) {
        this.bins = bins;
        this.choices = seeds.choices();
        this.order = order;
        this.tags = tags;
        this.cores = cores;
        cores.run(Columns.GROUPS, group -> {
            for (int i = group * Columns.GROUP; i < (group + 1) * Columns.GROUP; i++) {
                streams[i] = new Prg(seeds.bytes(), i * Blocks.LENGTH);
            }
        });
    }

    /** Takes what the learner sent of a chunk; chunks must come in their order. */
    void take(int chunk, byte[] masked) {
        int size = bins.size(chunk);
        cores.run(Columns.GROUPS, group -> unmask(group, size, masked));
        tags.compute(order.from(chunk), order.from(chunk + 1), bins.first(chunk), matrix.rows());
    }

    private void unmask(int group, int size, byte[] masked) {
        int length = size / Byte.SIZE;
        for (int column = group * Columns.GROUP; column < (group + 1) * Columns.GROUP; column++) {
            int at = Columns.at(column);
            streams[column].fill(matrix.bytes(), at, length);
            if (Blocks.bit(choices, column) == 1) {
                Blocks.xor(masked, column * length, matrix.bytes(), at, length);
            }
        }
        matrix.turn(group, size);
    }
}
