package org.sluice.protocol.vole;

import org.sluice.protocol.Cores;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.block.Prg;

/**
 * The transposed encoder of a systematic expand-convolute code of rate one half: turns 2k places into k.
 *
 * <p>The second half is convolved twice, forwards and backwards, each place taking in a random choice of the 24 before it
 * and always the 25th; then each output is its place of the first half and one place of each of {@code weight} regions of
 * the second. All choices come from a public seed. Linear over GF(2), and so over every field that contains it.
 */
final class ExpandConvolute {

    static final int SEED = Blocks.LENGTH;

    private static final int CHUNK = 1 << 14;
    private static final int NUMBER = Integer.BYTES;
    private static final int NUMBERS = CHUNK / NUMBER;
    private static final int PER_BLOCK = Blocks.LENGTH / NUMBER;
    private static final long LOW = 0xffffffffL;
    private static final int FORWARDS = 1 << 16;
    private static final int BACKWARDS = FORWARDS + 1;

    private final int weight;
    private final int message;
    private final byte[] seed;
    private final Cores cores;

    ExpandConvolute(VoleSize size, byte[] seed, Cores cores) {
        this.weight = size.code().weight();
        this.message = size.message();
        this.seed = seed.clone();
        this.cores = cores;
    }

    /**
     * Encodes blocks in place: the outputs stand in the first half afterwards, the second is spoilt.
     *
     * @param words of 2k rows
     * @param width blocks in a row, each of two numbers; 1 or 2, encoded alike
     */
    void encode(long[] words, int width) {
        cores.run(width, lane -> {
            convolve(words, 2 * width, 2 * lane, FORWARDS);
            convolve(words, 2 * width, 2 * lane, BACKWARDS);
        });
        int parts = cores.count();
        int rows = (message + parts - 1) / parts;
        int even = (rows + PER_BLOCK - 1) / PER_BLOCK * PER_BLOCK;
        cores.run(
                parts,
                part -> expand(words, width, Math.min(message, part * even), Math.min(message, (part + 1) * even)));
    }

    /** One pass over one block of each row of the second half. */
    private void convolve(long[] words, int stride, int lane, int direction) {
        int first = direction == FORWARDS ? message : 2 * message - 1;
        int step = direction == FORWARDS ? stride : -stride;
        Prg choices = Prg.part(seed, direction, 0);
        byte[] numbers = new byte[CHUNK];
        for (int from = 0; from < message; from += NUMBERS) {
            choices.fill(numbers, 0, CHUNK);
            int at = first * stride + lane + from * step;
            int end = Math.min(NUMBERS, message - from);
            int few = from == 0 ? Math.min(LpnCode.MEMORY + 1, end) : 0;
            for (int i = 0; i < few; i++) {
                addFew(words, at + i * step, step, i, number(numbers, i));
            }
            for (int i = few; i < end; i += Steps.FEW) {
                addAll(words, at, step, numbers, i, Steps.end(i, end));
            }
        }
    }

    /** Where fewer than all places stand before this one. */
    private static void addFew(long[] words, int at, int step, int before, int choice) {
        for (int k = 1; k <= Math.min(before, LpnCode.MEMORY); k++) {
            long mask = -(long) (choice >>> (k - 1) & 1);
            words[at] ^= words[at - k * step] & mask;
            words[at + 1] ^= words[at - k * step + 1] & mask;
        }
    }

    private static void addAll(long[] words, int first, int step, byte[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            int at = first + i * step;
            int choice = number(numbers, i);
            int other = at - (LpnCode.MEMORY + 1) * step;
            long low = words[at] ^ words[other];
            long high = words[at + 1] ^ words[other + 1];
            for (int k = 0; k < LpnCode.MEMORY; k++) {
                other += step;
                long mask = -(long) (choice >>> k & 1);
                low ^= words[other] & mask;
                high ^= words[other + 1] & mask;
            }
            words[at] = low;
            words[at + 1] = high;
        }
    }

    /** Region by region: one of them fits into a core's own cache, the whole word does not. */
    private void expand(long[] words, int width, int from, int to) {
        byte[] numbers = new byte[CHUNK];
        for (int region = 0; region < weight; region++) {
            int start = message + (int) ((long) message * region / weight);
            int length = message + (int) ((long) message * (region + 1) / weight) - start;
            Prg choices = Prg.part(seed, region, from / PER_BLOCK);
            for (int row = from; row < to; row += NUMBERS) {
                choices.fill(numbers, 0, CHUNK);
                int rows = Math.min(NUMBERS, to - row);
                for (int i = 0; i < rows; i += Steps.FEW) {
                    if (width == 1) {
                        addOne(words, row, i, Steps.end(i, rows), numbers, start, length);
                    } else {
                        addTwo(words, row, i, Steps.end(i, rows), numbers, start, length);
                    }
                }
            }
        }
    }

    private static void addOne(long[] words, int row, int some, int end, byte[] numbers, int start, int length) {
        for (int i = some; i < end; i++) {
            int from = 2 * place(numbers, i, start, length);
            int to = 2 * (row + i);
            words[to] ^= words[from];
            words[to + 1] ^= words[from + 1];
        }
    }

    private static void addTwo(long[] words, int row, int some, int end, byte[] numbers, int start, int length) {
        for (int i = some; i < end; i++) {
            int from = 4 * place(numbers, i, start, length);
            int to = 4 * (row + i);
            words[to] ^= words[from];
            words[to + 1] ^= words[from + 1];
            words[to + 2] ^= words[from + 2];
            words[to + 3] ^= words[from + 3];
        }
    }

    private static int place(byte[] numbers, int i, int start, int length) {
        return start + (int) (((number(numbers, i) & LOW) * length) >>> 32);
    }

    private static int number(byte[] numbers, int i) {
        return Blocks.getInt(numbers, i * NUMBER);
    }
}
