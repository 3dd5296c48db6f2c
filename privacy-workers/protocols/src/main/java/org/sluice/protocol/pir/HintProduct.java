package org.sluice.protocol.pir;

import org.sluice.protocol.Cores;

/**
 * The table times A, a costly step of a set-up: l·m·n multiplications.
 *
 * <p>Column by column of A, each as a query is scanned; so many columns of the table as stay in a near cache while all
 * columns of A pass, for which the hint is kept column by column until it is whole.
 */
final class HintProduct {

    /** Columns of the table, rows of A, that are stretched from the seed and scanned at a time. */
    private static final int STRETCHED = 256;

    /** Columns of A that a thread takes at a time. */
    private static final int COLUMNS = 32;

    private final int[][] table;
    private final int[][] matrix = PublicMatrix.room(STRETCHED);
    private final int[][] sums;

    HintProduct(int[][] table, int rows) {
        this.table = table;
        this.sums = new int[Lwe.DIMENSION][rows];
    }

    /** The hint's rows. */
    int[][] run(byte[] seed, Cores cores) {
        int columns = table.length * Shape.COLUMNS_PER_WORD;
        for (int from = 0; from < columns; from += STRETCHED) {
            int first = from;
            int count = Math.min(STRETCHED, columns - from);
            new PublicMatrix(seed).rows(from, count, matrix);
            cores.run(Lwe.DIMENSION / COLUMNS, part -> {
                for (int k = part * COLUMNS; k < (part + 1) * COLUMNS; k++) {
                    add(first, count, k);
                }
            });
        }
        return turned();
    }

    private void add(int first, int count, int k) {
        for (int i = 0; i < count; i += Shape.COLUMNS_PER_WORD) {
            int[] words = table[(first + i) / Shape.COLUMNS_PER_WORD];
            Scan.add(words, matrix[i][k], matrix[i + 1][k], matrix[i + 2][k], matrix[i + 3][k], sums[k]);
        }
    }

    private int[][] turned() {
        int[][] rows = PublicMatrix.room(sums[0].length);
        for (int k = 0; k < sums.length; k++) {
            for (int row = 0; row < rows.length; row++) {
                rows[row][k] = sums[k][row];
            }
        }
        return rows;
    }
}
