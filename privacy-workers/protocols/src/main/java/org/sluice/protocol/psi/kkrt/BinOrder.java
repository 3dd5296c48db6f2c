package org.sluice.protocol.psi.kkrt;

import org.sluice.protocol.Steps;

/** The responder's positions (see {@link Bins#positions}) sorted by the chunk in which their bins go over the line. */
final class BinOrder {

    private final int[] positions;
    private final int[] sorted;
    private final int[] starts;

    /** @param positions the bin of each position; kept */
    BinOrder(int[] positions, Bins bins) {
        this.positions = positions;
        this.sorted = new int[positions.length];
        this.starts = new int[bins.chunks() + 1];
        for (int i = 0; i < positions.length; i += Steps.FEW) {
            count(i, Steps.end(i, positions.length));
        }
        for (int chunk = 0; chunk < bins.chunks(); chunk++) {
            starts[chunk + 1] += starts[chunk];
        }
        int[] next = starts.clone();
        for (int i = 0; i < positions.length; i += Steps.FEW) {
            sort(i, Steps.end(i, positions.length), next);
        }
    }

    private void count(int from, int to) {
        for (int position = from; position < to; position++) {
            starts[positions[position] / Bins.CHUNK + 1]++;
        }
    }

    private void sort(int from, int to, int[] next) {
        for (int position = from; position < to; position++) {
            sorted[next[positions[position] / Bins.CHUNK]++] = position;
        }
    }

    /** The place in this order where a chunk begins; that of the number of chunks is the end. */
    int from(int chunk) {
        return starts[chunk];
    }

    /** The position at a place of this order. */
    int position(int place) {
        return sorted[place];
    }

    int bin(int position) {
        return positions[position];
    }
}
