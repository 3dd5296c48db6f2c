package org.sluice.protocol.pir;

/**
 * Rows and columns of a table of bytes; one query reads one column.
 *
 * <p>The hint grows with the rows alone and a query with the columns alone, so few rows make a small hint. A shape is
 * refused where an answer of its table could hold a wrong byte with a chance above 2^-40: an error is the sum of m errors
 * of deviation 6.4, each times a byte, so it is at least 2^23 with a chance of at most
 * {@code 2·exp(-2^46 / (2·6.4²·255²·m))} (a discrete Gaussian is subgaussian with its own deviation), times l rows.
 *
 * @param rows l, 1 to 2^24 - 1
 * @param columns m, a positive multiple of four: four bytes of a row share a word
 */
public record Shape(int rows, int columns) {

    /** Columns are added in fours. */
    public static final int COLUMNS_PER_WORD = 4;

    private static final int MOST_ROWS = (1 << 24) - 1;

    private static final double TOLERATED = -40;

    public Shape {
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("A table has 1 to " + MOST_ROWS + " rows, not " + rows);
        }
        if (columns < 1 || columns % COLUMNS_PER_WORD != 0) {
            throw new IllegalArgumentException("Columns come in fours, " + columns + " do not");
        }
        if (log2OfFailure(rows, columns) > TOLERATED) {
            throw new IllegalArgumentException(
                    "An answer from " + rows + " x " + columns + " bytes would be wrong with a chance above 2^-40");
        }
        if ((long) rows * columns > Integer.MAX_VALUE - 64 || 4L * Lwe.DIMENSION * rows > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException("A table of " + rows + " x " + columns + " bytes does not fit");
        }
    }

    /** So many columns or up to three more. */
    public static Shape holding(int rows, int columns) {
        return new Shape(
                rows,
                Math.multiplyExact((Math.max(columns, 1) + COLUMNS_PER_WORD - 1) / COLUMNS_PER_WORD, COLUMNS_PER_WORD));
    }

    /** An upper bound of the logarithm, to base two, of the chance that some byte of an answer decodes wrongly. */
    static double log2OfFailure(int rows, int columns) {
        double sigma = Lwe.SIGMA_TIMES_TEN / 10.0;
        double exponent = Math.pow(2, 2 * (Lwe.SCALE - 1)) / (2 * sigma * sigma * 255 * 255 * columns);
        return 1 + (Math.log(rows) - exponent) / Math.log(2);
    }

    public int queryLength() {
        return Integer.BYTES * columns;
    }

    public int answerLength() {
        return Integer.BYTES * rows;
    }

    public int hintLength() {
        return Hint.HEADER + Integer.BYTES * Lwe.DIMENSION * rows;
    }

    int wordsPerRow() {
        return columns / COLUMNS_PER_WORD;
    }
}
