package org.sluice.protocol.psi.kkrt;

import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.psi.ItemSet;

/** The responder's tags, three an item, those of each choice in a random order of their own. */
final class ResponderTags {

    private static final int BATCH = 512;
    private static final int PLANE = BATCH * Blocks.LENGTH;
    private static final int THREADS_SHARE = 2;

    private final Column items;
    private final BinOrder order;
    private final int length;
    private final Cores cores;
    private final long[] mask = new long[Code.PIECES];
    private final int[][] places = new int[Bins.CHOICES][];
    private final byte[][] tags = new byte[Bins.CHOICES][];
    private final Worker[] workers;

    ResponderTags(ItemSet items, BinOrder order, Transfers.Seeds seeds, int length, SecureRandom random, Cores cores) {
        this.items = items.hashes();
        this.order = order;
        this.length = length;
        this.cores = cores;
        for (int piece = 0; piece < mask.length; piece++) {
            mask[piece] = Blocks.get(seeds.choices(), piece * Long.BYTES);
        }
        byte[][] orders = new byte[Bins.CHOICES][];
        for (int choice = 0; choice < Bins.CHOICES; choice++) {
            orders[choice] = Permutation.seed(random);
            tags[choice] = new byte[Math.multiplyExact(items.count(), length)];
        }
        cores.run(Bins.CHOICES, choice -> places[choice] = Permutation.of(items.count(), orders[choice]));
        workers = new Worker[THREADS_SHARE * cores.count()];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker(new Code(seeds.codeKeys()), new TagHash(items.terms(), length));
        }
    }

    /** Computes the tags of some places of the order, all within one chunk. */
    void compute(int from, int to, int firstBin, byte[] rows) {
        int share = (to - from + workers.length - 1) / workers.length;
        cores.run(workers.length, i -> {
            int end = Math.min(to, from + (i + 1) * share);
            for (int start = from + i * share; start < end; start += BATCH) {
                workers[i].compute(start, Math.min(end, start + BATCH), firstBin, rows);
            }
        });
    }

    /** The tags of one choice when all are computed; the caller may ask once. */
    Column tags(int choice) {
        return Column.owning(tags[choice], length);
    }

    /** Bytes of a tag. */
    int length() {
        return length;
    }

    /** Overwrites what is secret beside the seeds. */
    void end() {
        Arrays.fill(mask, 0);
    }

    /** What one thread computes with. */
    private final class Worker {

        private final Code code;
        private final TagHash hash;
        private final byte[] blocks = new byte[PLANE];
        private final byte[] words = new byte[4 * PLANE];
        private final int[] choices = new int[BATCH];
        private final int[] bins = new int[BATCH];
        private final int[] targets = new int[BATCH];

        private Worker(Code code, TagHash hash) {
            this.code = code;
            this.hash = hash;
        }

        private void compute(int from, int to, int firstBin, byte[] rows) {
            for (int place = from; place < to; place += Steps.FEW) {
                gather(place, Steps.end(place, to), place - from);
            }
            code.encode(blocks, words, 0, PLANE, to - from);
            for (int i = 0; i < to - from; i += Steps.FEW) {
                tag(i, Steps.end(i, to - from), firstBin, rows);
            }
        }

        private void tag(int from, int to, int firstBin, byte[] rows) {
            for (int i = from; i < to; i++) {
                int choice = choices[i];
                int row = (bins[i] - firstBin) * Code.LENGTH;
                int word = i * Blocks.LENGTH;
                hash.tag(bins[i], choice, rows, row, words, word, PLANE, mask, tags[choice], targets[i] * length);
            }
        }

        /** All that lies far apart in memory, in a loop of its own: so the waits for it overlap. */
        private void gather(int from, int to, int first) {
            for (int place = from, i = first; place < to; place++, i++) {
                int position = order.position(place);
                int item = position / Bins.CHOICES;
                int choice = position % Bins.CHOICES;
                choices[i] = choice;
                bins[i] = order.bin(position);
                targets[i] = places[choice][item];
                items.copyRows(item, item + 1, blocks, i * Blocks.LENGTH);
            }
        }
    }
}
