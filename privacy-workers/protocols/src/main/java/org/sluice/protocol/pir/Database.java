package org.sluice.protocol.pir;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;

/**
 * The server's table, l x m bytes, four of a row in a word. Not for several threads at once while it is written.
 *
 * <p>In memory a scan reads it from one end to the other: for the first four columns the words of all rows, then for the next
 * four, and so on. Kept as bytes: "SPD3", l and m (four bytes each, big-endian), then the words in that order, little-endian;
 * 12 + l·m bytes.
 */
public final class Database {

    private static final int MAGIC = 0x53504433;
    private static final int HEADER = 12;

    private final Shape shape;

    /** For each four columns a word of each row. */
    private final int[][] words;

    /** All zero. */
    public Database(Shape shape) {
        this(shape, new int[shape.wordsPerRow()][shape.rows()]);
    }

    private Database(Shape shape, int[][] words) {
        this.shape = shape;
        this.words = words;
    }

    /** Reads what {@link #toBytes} wrote; anything else is refused. */
    public static Database of(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new IllegalArgumentException("These bytes do not hold a database of the third format");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, Integer.BYTES, HEADER - Integer.BYTES);
        Shape shape = new Shape(header.getInt(), header.getInt());
        if (bytes.length != HEADER + shape.rows() * shape.columns()) {
            throw new IllegalArgumentException("A database of this shape has another length than " + bytes.length);
        }
        Database database = new Database(shape);
        for (int four = 0; four < database.words.length; four++) {
            Words.read(bytes, HEADER + four * shape.answerLength(), database.words[four]);
        }
        return database;
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[HEADER + shape.rows() * shape.columns()];
        ByteBuffer.wrap(bytes).putInt(MAGIC).putInt(shape.rows()).putInt(shape.columns());
        for (int four = 0; four < words.length; four++) {
            Words.write(words[four], bytes, HEADER + four * shape.answerLength());
        }
        return bytes;
    }

    public Shape shape() {
        return shape;
    }

    /** One byte, 0 to 255. */
    public int get(int row, int column) {
        check(row, column);
        return words[column / Shape.COLUMNS_PER_WORD][row] >>> shift(column) & 0xff;
    }

    public void set(int row, int column, byte value) {
        check(row, column);
        int[] four = words[column / Shape.COLUMNS_PER_WORD];
        four[row] = (four[row] & ~(0xff << shift(column))) | ((value & 0xff) << shift(column));
    }

    private void check(int row, int column) {
        if (row < 0 || row >= shape.rows() || column < 0 || column >= shape.columns()) {
            throw new IndexOutOfBoundsException("No row " + row + " with a column " + column + " in " + shape);
        }
    }

    private static int shift(int column) {
        return column % Shape.COLUMNS_PER_WORD * Byte.SIZE;
    }

    /** The hint to a seed that nobody could choose: 32 bytes from the server's random source or a public coin. */
    public Hint hint(byte[] seed, long version, Cores cores) {
        return new Hint(shape, version, seed, new HintProduct(words, shape.rows()).run(seed, cores));
    }

    /** The answer to a query, 4·l bytes; one pass over the whole table. */
    public byte[] answer(byte[] query, Cores cores) {
        if (query.length != shape.queryLength()) {
            throw new Misbehaviour("A query holds " + query.length + " bytes instead of " + shape.queryLength());
        }
        return Words.write(new Scan(words, shape.rows(), Words.read(query)).run(cores));
    }

    /** A copy that can be written to while this one answers. */
    public Database copy() {
        return new Database(shape, Arrays.stream(words).map(int[]::clone).toArray(int[][]::new));
    }

    /**
     * Overwrites the four columns that share words; several threads may write different fours at once.
     *
     * @param group which four, from the left
     * @param bytes four columns of l bytes
     */
    public void write(int group, byte[][] bytes) {
        for (int row = 0; row < shape.rows(); row++) {
            words[group][row] = (bytes[0][row] & 0xff)
                    | ((bytes[1][row] & 0xff) << 8)
                    | ((bytes[2][row] & 0xff) << 16)
                    | (bytes[3][row] << 24);
        }
    }

    /**
     * Writes bytes into a column and tells what that changes in the hint.
     *
     * @param changes hears of each byte that is not what it was
     */
    public void rewrite(int column, int fromRow, byte[] bytes, Changes changes) {
        for (int i = 0; i < bytes.length; i++) {
            int difference = (bytes[i] & 0xff) - get(fromRow + i, column);
            if (difference != 0) {
                set(fromRow + i, column, bytes[i]);
                changes.add(column, fromRow + i, difference);
            }
        }
    }

    /** A whole column, l bytes. */
    public byte[] column(int column) {
        byte[] bytes = new byte[shape.rows()];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) get(row, column);
        }
        return bytes;
    }
}
