package org.sluice.protocol.pir;

import org.sluice.protocol.Cores;

/**
 * The table times a query: one pass over its words, each of which holds four bytes.
 *
 * <p>The query stands in four arrays, one for each byte of a word, so that the loop reads all of them in step; a stretch of
 * columns short enough for the nearest cache is used for some rows before the next. Those rows lie one after the other in that
 * stretch: jumps every few kilobytes halve what comes from memory.
 */
final class Scan {

    private static final int ROWS = 64;

    private final int[] table;
    private final Shape shape;
    private final int[][][] query;

    Scan(int[] table, Shape shape, int[] query) {
        this.table = table;
        this.shape = shape;
        this.query = apart(shape, query);
    }

    /** One word for each row. */
    int[] run(Cores cores) {
        int[] answer = new int[shape.rows()];
        cores.run((shape.rows() + ROWS - 1) / ROWS, part -> {
            int to = Math.min((part + 1) * ROWS, shape.rows());
            for (int stretch = 0; stretch < query.length; stretch++) {
                for (int row = part * ROWS; row < to; row++) {
                    answer[row] += product(table, shape.start(row, stretch), query[stretch]);
                }
            }
        });
        return answer;
    }

    /** Some words of the table from one on, times a stretch of a query. */
    static int product(int[] table, int from, int[][] stretch) {
        return product(table, from, stretch[0], stretch[1], stretch[2], stretch[3]);
    }

    private static int product(int[] table, int from, int[] first, int[] second, int[] third, int[] fourth) {
        int sum = 0;
        for (int i = 0; i < first.length; i++) {
            int word = table[from + i];
            sum += (word & 0xff) * first[i]
                    + ((word >>> 8) & 0xff) * second[i]
                    + ((word >>> 16) & 0xff) * third[i]
                    + (word >>> 24) * fourth[i];
        }
        return sum;
    }

    private static int[][][] apart(Shape shape, int[] query) {
        int[][][] apart = new int[shape.stretches()][Shape.COLUMNS_PER_WORD][];
        for (int stretch = 0; stretch < apart.length; stretch++) {
            int from = stretch * Shape.STRETCH;
            int length = shape.width(stretch);
            for (int b = 0; b < Shape.COLUMNS_PER_WORD; b++) {
                apart[stretch][b] = new int[length];
                for (int i = 0; i < length; i++) {
                    apart[stretch][b][i] = query[(from + i) * Shape.COLUMNS_PER_WORD + b];
                }
            }
        }
        return apart;
    }
}
