package org.sluice.protocol.pir;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.sluice.protocol.Misbehaviour;

/**
 * What changes between a hint and its next version: differences of single bytes of the table. A row of the hint has 5 kB,
 * an entry here nine bytes, and whoever holds the seed computes the one from the other.
 *
 * <p>As bytes: "SPU1", the version before (8), the hash of the hint after (32), the number of entries (4), then
 * for each entry in ascending order the column (4), the row (3) and the difference (2, signed); 48 + 9·entries.
 */
public final class HintUpdate {

    private static final int MAGIC = 0x53505531;
    private static final int HEADER = 48;
    private static final int ENTRY = 9;

    private final long before;
    private final byte[] digestAfter;
    private final int[] columns;
    private final int[] rows;
    private final short[] differences;

    private HintUpdate(long before, byte[] digestAfter, int[] columns, int[] rows, short[] differences) {
        this.before = before;
        this.digestAfter = digestAfter;
        this.columns = columns;
        this.rows = rows;
        this.differences = differences;
    }

    static HintUpdate from(Hint hint, int[] columns, int[] rows, short[] differences) {
        HintUpdate unsealed = new HintUpdate(hint.version(), new byte[0], columns, rows, differences);
        return new HintUpdate(hint.version(), unsealed.next(hint).digest(), columns, rows, differences);
    }

    /** Reads what the server sent for a table of this shape; whatever it could not have written is misbehaviour. */
    public static HintUpdate of(byte[] bytes, Shape shape) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new Misbehaviour("An update of a hint does not begin as one");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        long before = in.getLong();
        byte[] digest = new byte[32];
        in.get(digest);
        int count = in.getInt();
        if (count < 0 || bytes.length != HEADER + (long) ENTRY * count) {
            throw new Misbehaviour("An update of a hint has another length than its entries");
        }
        HintUpdate update = new HintUpdate(before, digest, new int[count], new int[count], new short[count]);
        for (int i = 0; i < count; i++) {
            update.columns[i] = in.getInt();
            update.rows[i] = ((in.get() & 0xff) << 16) | (in.getShort() & 0xffff);
            update.differences[i] = in.getShort();
            update.check(i, shape);
        }
        return update;
    }

    private void check(int i, Shape shape) {
        if (columns[i] < 0 || columns[i] >= shape.columns() || rows[i] >= shape.rows()) {
            throw new Misbehaviour("An update of a hint names a place outside the table");
        }
        if (i > 0 && (columns[i] < columns[i - 1] || (columns[i] == columns[i - 1] && rows[i] <= rows[i - 1]))) {
            throw new Misbehaviour("The entries of an update are not in ascending order");
        }
        if (differences[i] == 0 || differences[i] < -255 || differences[i] > 255) {
            throw new Misbehaviour("An update of a hint changes a byte by what no byte can change");
        }
    }

    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + ENTRY * columns.length)
                .putInt(MAGIC)
                .putLong(before)
                .put(digestAfter)
                .putInt(columns.length);
        for (int i = 0; i < columns.length; i++) {
            out.putInt(columns[i])
                    .put((byte) (rows[i] >> 16))
                    .putShort((short) rows[i])
                    .putShort(differences[i]);
        }
        return out.array();
    }

    public int entries() {
        return columns.length;
    }

    /** The next version; misbehaviour unless it is one of this hint and becomes what the server said it would. */
    public Hint appliedTo(Hint hint) {
        if (hint.version() != before) {
            throw new Misbehaviour("An update follows another version of the hint than the one that is here");
        }
        Hint next = next(hint);
        if (!MessageDigest.isEqual(next.digest(), digestAfter)) {
            throw new Misbehaviour("An update makes another hint than its hash says");
        }
        return next;
    }

    private Hint next(Hint hint) {
        int[][] matrixRow = PublicMatrix.room(1);
        PublicMatrix matrix = new PublicMatrix(hint.seed());
        int[][] next = hint.rows().clone();
        boolean[] own = new boolean[next.length];
        for (int i = 0; i < columns.length; i++) {
            if (i == 0 || columns[i] != columns[i - 1]) {
                matrix.rows(columns[i], 1, matrixRow);
            }
            if (!own[rows[i]]) {
                next[rows[i]] = next[rows[i]].clone();
                own[rows[i]] = true;
            }
            Words.addMultiple(differences[i], matrixRow[0], next[rows[i]]);
        }
        return new Hint(hint.shape(), hint.version() + 1, hint.seed(), next);
    }
}
