package org.sluice.worker.orders;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.sluice.protocol.psi.Hashing;
import org.sluice.worker.data.DataSet;

/** The rows that a party has learned, as its people get them: a CSV file of one column, the set's own. */
final class ResultRows {

    private ResultRows() {}

    /** @param positions of the set's distinct identifiers, ascending as they are */
    static byte[] of(DataSet set, int[] positions) {
        byte[] head = (set.schema().column() + "\n").getBytes(StandardCharsets.US_ASCII);
        int width = set.identifiers().width();
        byte[] rows = new byte[head.length + positions.length * (width + 1)];
        System.arraycopy(head, 0, rows, 0, head.length);
        int at = head.length;
        for (int position : positions) {
            set.identifiers().copyRows(position, position + 1, rows, at);
            rows[at + width] = '\n';
            at += width + 1;
        }
        return rows;
    }

    /** How many there are, without the head. */
    static int count(byte[] rows) {
        int lines = 0;
        for (byte each : rows) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines - 1;
    }

    static String digest(byte[] rows) {
        return HexFormat.of().formatHex(Hashing.SHA_256.digest().digest(rows));
    }
}
