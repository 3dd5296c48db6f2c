package org.sluice.protocol.vole;

/**
 * The code under which noise is taken to look like nothing, and how much noise: assumptions, not theorems.
 *
 * <p>With a relative distance δ of the code, t = 128 / -log₂(1 - 2δ) noisy places are wanted; δ is estimated at 0.25 for
 * both, which asks for 128. Twice as many hold up to δ = 0.15.
 *
 * @param weight places of the long word that each output adds up
 * @param noise places that are noisy, one in each of as many stretches of equal length
 */
public record LpnCode(int weight, int noise) {

    /** Expand-convolute 21x24, the more conservative of the two that 2023/882 names. */
    public static final LpnCode CAREFUL = new LpnCode(21, 256);

    /** Expand-convolute 7x24. */
    public static final LpnCode FAST = new LpnCode(7, 256);

    /** Places before one that the convolution adds to it at random; the one before those is always added. */
    static final int MEMORY = 24;

    public LpnCode {
        if (weight < 1 || noise < 64 || noise % 64 != 0) {
            throw new IllegalArgumentException("No code adds " + weight + " places or has " + noise + " noisy ones");
        }
    }

    /** What both parties must agree on, in a few letters. */
    public String suite() {
        return "exconv-" + weight + "x" + MEMORY + "/t" + noise;
    }
}
