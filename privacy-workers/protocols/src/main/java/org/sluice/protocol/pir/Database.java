package org.sluice.protocol.pir;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;

/**
 * The server's table, l x m bytes, four of a row in a word. Not for several threads at once while it is written.
 *
 * <p>In memory a scan reads it from one end to the other: the first 1024 words of all rows, row by row, then the next 1024 of
 * all rows, and so on. Kept as bytes: "SPD2", l and m (four bytes each, big-endian), then the words in that order,
 * little-endian; 12 + l·m bytes.
 */
public final class Database {

    private static final int MAGIC = 0x53504432;
    private static final int HEADER = 12;

    private final Shape shape;
    private final int[] words;

    /** All zero. */
    public Database(Shape shape) {
        this(shape, new int[Math.multiplyExact(shape.rows(), shape.wordsPerRow())]);
    }

    private Database(Shape shape, int[] words) {
        this.shape = shape;
        this.words = words;
    }

    /** Reads what {@link #toBytes} wrote; anything else is refused. */
    public static Database of(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new IllegalArgumentException("These bytes do not hold a database of the second format");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, Integer.BYTES, HEADER - Integer.BYTES);
        Shape shape = new Shape(header.getInt(), header.getInt());
        if (bytes.length != HEADER + shape.rows() * shape.columns()) {
            throw new IllegalArgumentException("A database of this shape has another length than " + bytes.length);
        }
        Database database = new Database(shape);
        Words.read(bytes, HEADER, database.words);
        return database;
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[HEADER + shape.rows() * shape.columns()];
        ByteBuffer.wrap(bytes).putInt(MAGIC).putInt(shape.rows()).putInt(shape.columns());
        Words.write(words, bytes, HEADER);
        return bytes;
    }

    public Shape shape() {
        return shape;
    }

    /** One byte, 0 to 255. */
    public int get(int row, int column) {
        return words[word(row, column)] >>> shift(column) & 0xff;
    }

    public void set(int row, int column, byte value) {
        int word = word(row, column);
        words[word] = (words[word] & ~(0xff << shift(column))) | ((value & 0xff) << shift(column));
    }

    private int word(int row, int column) {
        if (row < 0 || row >= shape.rows() || column < 0 || column >= shape.columns()) {
            throw new IndexOutOfBoundsException("No row " + row + " with a column " + column + " in " + shape);
        }
        return at(row, column / Shape.COLUMNS_PER_WORD);
    }

    private int at(int row, int word) {
        return shape.start(row, word / Shape.STRETCH) + word % Shape.STRETCH;
    }

    private static int shift(int column) {
        return column % Shape.COLUMNS_PER_WORD * Byte.SIZE;
    }

    /** The hint to a seed that nobody could choose: 32 bytes from the server's random source or a public coin. */
    public Hint hint(byte[] seed, long version, Cores cores) {
        return new Hint(shape, version, seed, new HintProduct(words, shape).run(seed, cores));
    }

    /** The answer to a query, 4·l bytes; one pass over the whole table. */
    public byte[] answer(byte[] query, Cores cores) {
        if (query.length != shape.queryLength()) {
            throw new Misbehaviour("A query holds " + query.length + " bytes instead of " + shape.queryLength());
        }
        return Words.write(new Scan(words, shape, Words.read(query)).run(cores));
    }

    /** A copy that can be written to while this one answers. */
    public Database copy() {
        return new Database(shape, Arrays.copyOf(words, words.length));
    }

    /**
     * Overwrites the four columns that share words; several threads may write different fours at once.
     *
     * @param group which four, from the left
     * @param bytes four columns of l bytes
     */
    public void write(int group, byte[][] bytes) {
        for (int row = 0; row < shape.rows(); row++) {
            words[at(row, group)] = (bytes[0][row] & 0xff)
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
