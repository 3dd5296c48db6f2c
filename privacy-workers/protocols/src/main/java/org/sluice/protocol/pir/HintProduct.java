package org.sluice.protocol.pir;

import org.sluice.protocol.Cores;

/**
 * The table times A, a costly step of a set-up: l·m·n multiplications.
 *
 * <p>Column by column of A, each as a query is scanned: sums that run along a row of the table stay in registers, where sums
 * that run along a row of the hint would be loaded and stored for every product. A stretch of A is turned once, and some
 * rows of the table stay in a near cache while all its columns pass.
 */
final class HintProduct {

    private static final int ROWS = 32;

    /** Columns of the table, rows of A, that are stretched from the seed at a time. */
    private static final int STRETCHED = 64;

    private final int[] table;
    private final Shape shape;
    private final int[][] hint;

    HintProduct(int[] table, Shape shape) {
        this.table = table;
        this.shape = shape;
        this.hint = new int[shape.rows()][Lwe.DIMENSION];
    }

    int[][] run(byte[] seed, Cores cores) {
        for (int i = 0; i < shape.stretches(); i++) {
            int stretch = i;
            int[][][] columns = turned(seed, stretch * Shape.STRETCH, shape.width(stretch), cores);
            cores.run((shape.rows() + ROWS - 1) / ROWS, part -> add(part * ROWS, stretch, columns));
        }
        return hint;
    }

    /** For each column of A its part that meets so many words, in four arrays, one for each byte of a word. */
    private static int[][][] turned(byte[] seed, int fromWord, int words, Cores cores) {
        int[][][] columns = new int[Lwe.DIMENSION][Shape.COLUMNS_PER_WORD][words];
        int rows = words * Shape.COLUMNS_PER_WORD;
        cores.run((rows + STRETCHED - 1) / STRETCHED, part -> {
            int from = part * STRETCHED;
            int count = Math.min(STRETCHED, rows - from);
            int[][] stretched = PublicMatrix.room(count);
            new PublicMatrix(seed).rows(fromWord * Shape.COLUMNS_PER_WORD + from, count, stretched);
            for (int k = 0; k < Lwe.DIMENSION; k++) {
                for (int i = 0; i < count; i++) {
                    int at = from + i;
                    columns[k][at % Shape.COLUMNS_PER_WORD][at / Shape.COLUMNS_PER_WORD] = stretched[i][k];
                }
            }
        });
        return columns;
    }

    private void add(int fromRow, int stretch, int[][][] columns) {
        int to = Math.min(fromRow + ROWS, shape.rows());
        for (int k = 0; k < Lwe.DIMENSION; k++) {
            for (int row = fromRow; row < to; row++) {
                hint[row][k] += Scan.product(table, shape.start(row, stretch), columns[k]);
            }
        }
    }
}
