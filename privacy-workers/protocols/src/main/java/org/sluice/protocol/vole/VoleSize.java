package org.sluice.protocol.vole;

import org.sluice.protocol.block.Blocks;

/**
 * Sizes of one run; both parties compute them from the number of outputs and the code alone.
 *
 * @param code whose noise it is
 * @param outputs that the caller wants
 * @param stretch places of the long word for each noisy one
 * @param depth of the tree over a stretch
 */
public record VoleSize(LpnCode code, int outputs, int stretch, int depth) {

    /** Columns of the base correlation: one for each bit of Δ. */
    static final int COLUMNS = 128;

    /** Below this a stretch would be mostly noise and tell nothing of how hard decoding is. */
    private static final int LEAST_STRETCH = 32;

    /** At least one output. */
    public static VoleSize of(int outputs, LpnCode code) {
        if (outputs < 1) {
            throw new IllegalArgumentException("At least one output, not " + outputs);
        }
        int noise = code.noise();
        long stretch = Math.max(LEAST_STRETCH, (2L * outputs + noise - 1) / noise);
        int depth = Long.SIZE - Long.numberOfLeadingZeros(stretch - 1);
        return new VoleSize(code, outputs, Math.toIntExact(stretch), depth);
    }

    /** Length of the long word. */
    int length() {
        return Math.multiplyExact(code.noise(), stretch);
    }

    /** Length of what the code makes of it; the outputs are the first of these. */
    int message() {
        return length() / 2;
    }

    /** Oblivious transfers: one for each level of each tree. */
    int transfers() {
        return code.noise() * depth;
    }

    /** Short correlations over the field: one for each noisy place, and one that hides what the check tells. */
    int shorts() {
        return code.noise() + 1;
    }

    /** Bytes of the message by which the noise side brings the two sides' columns together. */
    public int correctionsLength() {
        return COLUMNS * (transfers() / Byte.SIZE + shorts() * Blocks.LENGTH);
    }

    /** Bytes of the message with which the Δ side lets its trees be known but for one leaf each. */
    public int puncturingLength() {
        return (2 * transfers() + code.noise()) * Blocks.LENGTH;
    }
}
