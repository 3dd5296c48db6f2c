package org.sluice.protocol.pir;

import org.sluice.protocol.Cores;

/**
 * The table times a query: one pass over its words, each of which holds four bytes of a row.
 *
 * <p>Four columns at a time, whose words lie row by row in an array of their own: the four factors stay in registers, all rows
 * are added to at once, and no sum runs across the lanes of a vector. A byte need not be cut out of its word: with
 * w_i = w >>> 8i the sum Σ b_i·q_i is w_0·q_0 + Σ w_i·(q_i - 2^8·q_(i-1)) modulo 2^32.
 */
final class Scan {

    private static final int PARTS = 16;

    private final int[][] table;
    private final int rows;
    private final int[] query;

    /**
     * @param table for each four columns a word of each row
     * @param query one number a column
     */
    Scan(int[][] table, int rows, int[] query) {
        this.table = table;
        this.rows = rows;
        this.query = query;
    }

    /** One word for each row. */
    int[] run(Cores cores) {
        int parts = Math.min(PARTS, table.length);
        int[][] sums = new int[parts][];
        cores.run(parts, part -> sums[part] = sum(share(part, parts), share(part + 1, parts)));
        int[] answer = new int[rows];
        for (int[] sum : sums) {
            for (int row = 0; row < rows; row++) {
                answer[row] += sum[row];
            }
        }
        return answer;
    }

    private int share(int part, int parts) {
        return (int) ((long) table.length * part / parts);
    }

    private int[] sum(int from, int to) {
        int[] sum = new int[rows];
        for (int four = from; four < to; four++) {
            int at = four * Shape.COLUMNS_PER_WORD;
            add(table[four], query[at], query[at + 1], query[at + 2], query[at + 3], sum);
        }
        return sum;
    }

    /** Adds to each row's sum its four bytes times the four factors. */
    static void add(int[] words, int first, int second, int third, int fourth, int[] sums) {
        add(words, sums, first, second - (first << 8), third - (second << 8), fourth - (third << 8));
    }

    private static void add(int[] words, int[] sums, int whole, int second, int third, int fourth) {
        for (int row = 0; row < sums.length; row++) {
            int word = words[row];
            sums[row] += word * whole + (word >>> 8) * second + (word >>> 16) * third + (word >>> 24) * fourth;
        }
    }
}
