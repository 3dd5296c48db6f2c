package org.sluice.protocol.psi.kkrt;

import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.BitMatrix;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.Prg;
import org.sluice.protocol.psi.Terms;

/**
 * The learner's matrix, a chunk of bins after the other: the sum of both streams of each column and of the code's words
 * goes to the responder, the first stream alone makes the own tags. Empty bins hold the word of the zero block.
 */
final class LearnerMatrix {

    private static final int PLANE = Bins.CHUNK * Blocks.LENGTH;

    /** A range of a chunk's bins that one thread works on. */
    private static final int RANGE = 1 << 11;

    private final Column items;
    private final CuckooTable table;
    private final OwnTags tags;
    private final int tagLength;
    private final Cores cores;
    private final Prg[] streams = new Prg[2 * Code.WIDTH];
    private final Code[] codes = new Code[Bins.CHUNK / RANGE];
    private final TagHash[] hashes = new TagHash[Bins.CHUNK / RANGE];
    private final byte[] words = new byte[4 * PLANE];
    private final Columns wordColumns = new Columns();
    private final Columns matrix = new Columns();

    LearnerMatrix(
            Column items,
            CuckooTable table,
            Transfers.Seeds seeds,
            OwnTags tags,
            Terms terms,
            int tagLength,
            Cores cores) {
        this.items = items;
        this.table = table;
        this.tags = tags;
        this.tagLength = tagLength;
        this.cores = cores;
        cores.run(Columns.GROUPS, group -> {
            int both = 2 * Columns.GROUP;
            for (int i = group * both; i < (group + 1) * both; i++) {
                streams[i] = new Prg(seeds.bytes(), i * Blocks.LENGTH);
            }
        });
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new Code(seeds.codeKeys());
            hashes[i] = new TagHash(terms, tagLength);
        }
    }

    /** What the responder must get of a chunk, column after column; chunks must be asked for in their order. */
    byte[] message(int chunk) {
        int first = table.bins().first(chunk);
        int size = table.bins().size(chunk);
        byte[] message = new byte[size * Code.LENGTH];
        cores.run(ranges(size), range -> encode(first, range, size));
        cores.run(Columns.GROUPS, group -> mask(group, size, message));
        return message;
    }

    /** Computes the own tags of the chunk whose message was the last one. */
    void tag(int chunk) {
        int first = table.bins().first(chunk);
        int size = table.bins().size(chunk);
        cores.run(ranges(size), range -> {
            int to = Math.min(size, (range + 1) * RANGE);
            for (int i = range * RANGE; i < to; i += Steps.FEW) {
                tag(first, i, Steps.end(i, to), hashes[range]);
            }
        });
        for (int bin = first; bin < first + size; bin += Steps.FEW) {
            enter(bin, Steps.end(bin, first + size));
        }
    }

    private void tag(int first, int from, int to, TagHash hash) {
        for (int i = from; i < to; i++) {
            int bin = first + i;
            if (!table.isEmpty(bin)) {
                hash.tag(bin, table.choice(bin), matrix.rows(), i * Code.LENGTH, tags.bytes(), bin * tagLength);
            }
        }
    }

    private void enter(int from, int to) {
        for (int bin = from; bin < to; bin++) {
            if (!table.isEmpty(bin)) {
                tags.enter(bin);
            }
        }
    }

    private static int ranges(int size) {
        return (size + RANGE - 1) / RANGE;
    }

    private void encode(int first, int range, int size) {
        int from = range * RANGE;
        int to = Math.min(size, from + RANGE);
        byte[] blocks = new byte[(to - from) * Blocks.LENGTH];
        for (int i = from; i < to; i += Steps.FEW) {
            gather(first + i, first + Steps.end(i, to), blocks, (i - from) * Blocks.LENGTH);
        }
        codes[range].encode(blocks, words, from * Blocks.LENGTH, PLANE, to - from);
    }

    private void gather(int from, int to, byte[] blocks, int offset) {
        for (int bin = from, at = offset; bin < to; bin++, at += Blocks.LENGTH) {
            if (!table.isEmpty(bin)) {
                int item = table.item(bin);
                items.copyRows(item, item + 1, blocks, at);
            }
        }
    }

    private void mask(int group, int size, byte[] message) {
        BitMatrix.Lines pieces = new BitMatrix.Lines(words, Code.offset(group, PLANE), Blocks.LENGTH);
        BitMatrix.transpose(pieces, size, Columns.GROUP, wordColumns.group(group));
        int length = size / Byte.SIZE;
        for (int column = group * Columns.GROUP; column < (group + 1) * Columns.GROUP; column++) {
            int at = Columns.at(column);
            int to = column * length;
            streams[2 * column].fill(matrix.bytes(), at, length);
            streams[2 * column + 1].fill(message, to, length);
            Blocks.xor(matrix.bytes(), at, message, to, length);
            Blocks.xor(wordColumns.bytes(), at, message, to, length);
        }
        matrix.turn(group, size);
    }
}
