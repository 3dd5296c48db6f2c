package org.sluice.privacy;

/**
 * What a party's worker reports at the end.
 *
 * @param matchRate {@code matched} over {@code ownSize}, from 0 to 1
 * @param bytes over the line, both directions
 * @param runs begun for the job, those that broke off included
 * @param transcriptHash over all that went over the line; alike at both parties
 */
public record Figures(
        long ownSize,
        long peerSize,
        long matched,
        double matchRate,
        long bytes,
        double seconds,
        long runs,
        String transcriptHash) {

    /** False for numbers that no pair of sets has. */
    boolean isPlausible() {
        return ownSize >= 0
                && peerSize >= 0
                && matched >= 0
                && matched <= Math.min(ownSize, peerSize)
                && Math.abs(matchRate * ownSize - matched) < 1
                && transcriptHash.matches("[0-9a-f]{64}");
    }
}
