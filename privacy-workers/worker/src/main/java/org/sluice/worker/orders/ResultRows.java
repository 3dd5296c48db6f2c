package org.sluice.worker.orders;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.sum.Total;
import org.sluice.worker.data.DataSet;

/**
 * What a party has learned, as its people get it: rows are a CSV file of one column, the set's own; a sum is one line of
 * two, how many identifiers are common and what their values add up to.
 */
final class ResultRows {

    private static final String HEAD_OF_SUM = "common,sum\n";

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

    /** What is reported of such a line. */
    static Map<String, Object> ofSum(byte[] line) {
        return Map.of(
                PrivacyOrderTopic.RESULT_SUM.name(),
                numbers(line)[1],
                PrivacyOrderTopic.RESULT_DIGEST.name(),
                digest(line));
    }

    /** How many identifiers are common, by such a line. */
    static int commonOfSum(byte[] line) {
        return Math.toIntExact(numbers(line)[0]);
    }

    private static long[] numbers(byte[] line) {
        String text = new String(line, StandardCharsets.US_ASCII);
        return Arrays.stream(text.substring(HEAD_OF_SUM.length()).strip().split(","))
                .mapToLong(Long::parseLong)
                .toArray();
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
