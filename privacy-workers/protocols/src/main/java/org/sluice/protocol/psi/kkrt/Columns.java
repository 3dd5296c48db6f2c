package org.sluice.protocol.psi.kkrt;

import org.sluice.protocol.block.BitMatrix;

/** A chunk's columns, 64 of which make a group that one thread computes, and the rows that they are turned into. */
final class Columns {

    static final int GROUP = Long.SIZE;
    static final int GROUPS = Code.WIDTH / GROUP;

    /** Columns lie further apart than they are long: see {@link BitMatrix}. */
    static final int STRIDE = Bins.CHUNK / Byte.SIZE + 64;

    private final byte[] columns = new byte[Code.WIDTH * STRIDE];
    private final byte[] rows = new byte[Bins.CHUNK * Code.LENGTH];

    byte[] bytes() {
        return columns;
    }

    /** 56 bytes each. */
    byte[] rows() {
        return rows;
    }

    static int at(int column) {
        return column * STRIDE;
    }

    BitMatrix.Lines group(int group) {
        return new BitMatrix.Lines(columns, at(group * GROUP), STRIDE);
    }

    /** Turns a group of so many bits into its eight bytes of each row. */
    void turn(int group, int size) {
        BitMatrix.transpose(group(group), GROUP, size, new BitMatrix.Lines(rows, group * Long.BYTES, Code.LENGTH));
    }
}
