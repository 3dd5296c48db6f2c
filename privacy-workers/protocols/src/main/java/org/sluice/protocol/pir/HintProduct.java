package org.sluice.protocol.pir;

import org.sluice.protocol.Cores;

/**
 * The table times A, the one costly step of a set-up: l·m·n multiplications.
 *
 * <p>Some rows of A at a time, as many as stay in a near cache; in the inner loop two rows of the hint each take up four
 * rows of A, all at one index and in arrays of their own, which is what the compiler turns into vectors.
 */
final class HintProduct {

    private static final int COLUMNS = 64;
    private static final int ROWS = 32;

    private final int[] table;
    private final Shape shape;
    private final int[][] matrix = PublicMatrix.room(COLUMNS);
    private final int[][] hint;

    HintProduct(int[] table, Shape shape) {
        this.table = table;
        this.shape = shape;
        this.hint = new int[shape.rows()][Lwe.DIMENSION];
    }

    int[][] run(byte[] seed, Cores cores) {
        PublicMatrix rows = new PublicMatrix(seed);
        for (int from = 0; from < shape.columns(); from += COLUMNS) {
            int first = from;
            int count = Math.min(COLUMNS, shape.columns() - from);
            rows.rows(from, count, matrix);
            cores.run((shape.rows() + ROWS - 1) / ROWS, part -> add(part * ROWS, first, count));
        }
        return hint;
    }

    private void add(int fromRow, int fromColumn, int columns) {
        int to = Math.min(fromRow + ROWS, shape.rows());
        int row = fromRow;
        for (; row + 1 < to; row += 2) {
            addPair(row, fromColumn, columns);
        }
        if (row < to) {
            addSingle(row, fromColumn, columns);
        }
    }

    private void addPair(int row, int fromColumn, int columns) {
        int word = row * shape.wordsPerRow() + fromColumn / Shape.COLUMNS_PER_WORD;
        for (int i = 0; i < columns; i += Shape.COLUMNS_PER_WORD, word++) {
            add(
                    table[word],
                    table[word + shape.wordsPerRow()],
                    matrix[i],
                    matrix[i + 1],
                    matrix[i + 2],
                    matrix[i + 3],
                    hint[row],
                    hint[row + 1]);
        }
    }

    private void addSingle(int row, int fromColumn, int columns) {
        int word = row * shape.wordsPerRow() + fromColumn / Shape.COLUMNS_PER_WORD;
        for (int i = 0; i < columns; i += Shape.COLUMNS_PER_WORD, word++) {
            for (int b = 0; b < Shape.COLUMNS_PER_WORD; b++) {
                Words.addMultiple((table[word] >>> (8 * b)) & 0xff, matrix[i + b], hint[row]);
            }
        }
    }

    private static void add(
            int upper, int lower, int[] first, int[] second, int[] third, int[] fourth, int[] high, int[] low) {
        int u0 = upper & 0xff;
        int u1 = (upper >>> 8) & 0xff;
        int u2 = (upper >>> 16) & 0xff;
        int u3 = upper >>> 24;
        int l0 = lower & 0xff;
        int l1 = (lower >>> 8) & 0xff;
        int l2 = (lower >>> 16) & 0xff;
        int l3 = lower >>> 24;
        for (int k = 0; k < Lwe.DIMENSION; k++) {
            int a = first[k];
            int b = second[k];
            int c = third[k];
            int d = fourth[k];
            high[k] += u0 * a + u1 * b + u2 * c + u3 * d;
            low[k] += l0 * a + l1 * b + l2 * c + l3 * d;
        }
    }
}
