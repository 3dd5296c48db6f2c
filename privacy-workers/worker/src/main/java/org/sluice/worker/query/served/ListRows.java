package org.sluice.worker.query.served;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sluice.protocol.Column;
import org.sluice.worker.data.CsvLine;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Spelling;

/** Collects the rows of a file, good and bad, in the order in which they stand there. */
final class ListRows {

    private static final int LINES_NAMED = 5;
    private static final int VALUE = 64;

    private final ListName list;
    private final ByteArrayOutputStream ids = new ByteArrayOutputStream();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final List<Fault> faults = new ArrayList<>();
    private int[] idEnds = new int[1024];
    private int[] valueEnds = new int[1024];
    private int[] lines = new int[1024];
    private int count;
    private int faulty;

    /** What is wrong with a line, in both languages; repeats nothing of it. */
    enum Flaw {
        HEADER("首行必须为 identifier,value", "is the first one and must say identifier,value"),
        FIELDS("应有标识和值两列", "has not two fields, identifier and value"),
        IDENTIFIER("标识为空、含控制字符或超过 64 字节", "has no identifier, or one with control characters or above 64 bytes"),
        VALUE("值超过 64 字节", "has a value above 64 bytes"),
        REPEATED("标识重复", "repeats an identifier"),
        ENCODING("文件不是 UTF-8 编码", "is followed by what is not UTF-8");

        private final String chinese;
        private final String english;

        Flaw(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    private record Fault(int line, Flaw flaw) {}

    ListRows(ListName list) {
        this.list = list;
    }

    void fault(int line, Flaw flaw) {
        faulty++;
        if (faults.size() < LINES_NAMED) {
            faults.add(new Fault(line, flaw));
        }
    }

    /** Takes a line that is not blank. */
    void add(int line, String text) {
        Optional<List<String>> fields = CsvLine.fields(text).filter(each -> each.size() == 2);
        if (fields.isEmpty()) {
            fault(line, Flaw.FIELDS);
            return;
        }
        String identifier = Spelling.normalised(fields.get().get(0));
        byte[] value = fields.get().get(1).getBytes(StandardCharsets.UTF_8);
        if (!Spelling.isOne(identifier)) {
            fault(line, Flaw.IDENTIFIER);
        } else if (value.length > VALUE) {
            fault(line, Flaw.VALUE);
        } else {
            add(line, identifier.getBytes(StandardCharsets.UTF_8), value);
        }
    }

    private void add(int line, byte[] id, byte[] value) {
        if (count == lines.length) {
            idEnds = Arrays.copyOf(idEnds, 2 * count);
            valueEnds = Arrays.copyOf(valueEnds, 2 * count);
            lines = Arrays.copyOf(lines, 2 * count);
        }
        ids.writeBytes(id);
        values.writeBytes(value);
        idEnds[count] = ids.size();
        valueEnds[count] = values.size();
        lines[count++] = line;
    }

    /** @throws Problem if a row was bad; it names the first of them */
    ListContent content() {
        Column unsorted = padded(ids.toByteArray());
        int[] order = unsorted.ascendingOrder();
        Column sorted = unsorted.rowsAt(order);
        for (int i = 1; i < order.length; i++) {
            if (Arrays.equals(sorted.row(i - 1), sorted.row(i))) {
                fault(lines[order[i]], Flaw.REPEATED);
            }
        }
        if (faulty > 0) {
            throw faulty();
        }
        return new ListContent(sorted, sortedEnds(order), sortedValues(order));
    }

    private Column padded(byte[] packed) {
        int width = 1;
        for (int i = 0; i < count; i++) {
            width = Math.max(width, idEnds[i] - begin(idEnds, i));
        }
        byte[] rows = new byte[Math.multiplyExact(count, width)];
        for (int i = 0; i < count; i++) {
            System.arraycopy(packed, begin(idEnds, i), rows, i * width, idEnds[i] - begin(idEnds, i));
        }
        return Column.owning(rows, width);
    }

    private int[] sortedEnds(int[] order) {
        int[] ends = new int[count];
        int end = 0;
        for (int i = 0; i < count; i++) {
            end += valueEnds[order[i]] - begin(valueEnds, order[i]);
            ends[i] = end;
        }
        return ends;
    }

    private byte[] sortedValues(int[] order) {
        byte[] packed = values.toByteArray();
        byte[] sorted = new byte[packed.length];
        int end = 0;
        for (int row : order) {
            int length = valueEnds[row] - begin(valueEnds, row);
            System.arraycopy(packed, begin(valueEnds, row), sorted, end, length);
            end += length;
        }
        return sorted;
    }

    private static int begin(int[] ends, int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private Problem faulty() {
        return new Problem(
                NoticeCode.LIST_FAULTY,
                list,
                faulty,
                faults.stream()
                        .map(each -> "第 " + each.line + " 行" + each.flaw.chinese)
                        .collect(Collectors.joining("；")),
                faults.stream()
                        .map(each -> "line " + each.line + " " + each.flaw.english)
                        .collect(Collectors.joining("; ")));
    }
}
