package org.sluice.worker.orders;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.sum.Total;
import org.sluice.worker.data.DataSet;

/**
 * What a party has learned, as its people get it: rows are a CSV file of one column, the set's own; a sum is one line of
 * two, how many identifiers are common and what their values add up to.
 */
final class ResultRows {

    private static final String HEAD_OF_SUM = "common,sum\n";

    /** Longer than any of them. */
    private static final int LONGEST_SUM = 64;

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

    static byte[] of(Total total) {
        return (HEAD_OF_SUM + total.overlap().common() + "," + total.sum() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The sum in such a line; empty where rows are rows. */
    static OptionalLong sum(byte[] rows) {
        String text = new String(rows, 0, Math.min(rows.length, LONGEST_SUM), StandardCharsets.US_ASCII);
        return text.startsWith(HEAD_OF_SUM)
                ? OptionalLong.of(
                        Long.parseLong(text.substring(text.lastIndexOf(',') + 1).strip()))
                : OptionalLong.empty();
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
