package org.sluice.worker.query.served;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sluice.protocol.Column;
import org.sluice.protocol.hidden.Change;
import org.sluice.protocol.hidden.Entries;

/** The content of a list in ascending order of its identifiers, in three arrays whatever its size; immutable. */
final class ListContent implements Entries {

    private final Column ids;
    private final int[] ends;
    private final byte[] values;

    /**
     * Takes the arrays over.
     *
     * @param ids ascending, each once; filled up with zero bytes, which no identifier holds
     * @param ends where each value ends in {@code values}
     */
    ListContent(Column ids, int[] ends, byte[] values) {
        this.ids = ids;
        this.ends = ends;
        this.values = values;
    }

    @Override
    public int count() {
        return ids.count();
    }

    @Override
    public byte[] id(int index) {
        byte[] row = ids.row(index);
        int length = row.length;
        while (length > 0 && row[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(row, length);
    }

    @Override
    public byte[] value(int index) {
        return Arrays.copyOfRange(values, index == 0 ? 0 : ends[index - 1], ends[index]);
    }

    /**
     * What leads from this content to another one.
     *
     * @return nothing if that is more than so many changes
     */
    Optional<List<Change>> changesTo(ListContent next, int most) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0, j = 0; i < count() || j < next.count(); ) {
            int order = order(i, next, j);
            if (order < 0) {
                changes.add(Change.remove(id(i)));
            } else if (order > 0 || !Arrays.equals(value(i), next.value(j))) {
                changes.add(Change.put(next.id(j), next.value(j)));
            }
            if (changes.size() > most) {
                return Optional.empty();
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return Optional.of(changes);
    }

    /** A content that has ended comes last. */
    private int order(int own, ListContent next, int others) {
        if (own == count()) {
            return 1;
        }
        return others == next.count() ? -1 : Arrays.compareUnsigned(id(own), next.id(others));
    }

    /** Number of entries, width of an identifier and bytes of all values, four bytes each; then the three arrays. */
    void writeTo(DataOutputStream out) throws IOException {
        out.writeInt(count());
        out.writeInt(ids.width());
        out.writeInt(values.length);
        out.write(ids.rows(0, count()));
        for (int end : ends) {
            out.writeInt(end);
        }
        out.write(values);
        out.flush();
    }

    static ListContent readFrom(DataInputStream in) throws IOException {
        int count = in.readInt();
        int width = in.readInt();
        byte[] values = new byte[in.readInt()];
        byte[] ids = new byte[Math.multiplyExact(count, width)];
        in.readFully(ids);
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            ends[i] = in.readInt();
        }
        in.readFully(values);
        return new ListContent(Column.owning(ids, width), ends, values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListContent that
                && ids.equals(that.ids)
                && Arrays.equals(ends, that.ends)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }

    /** Its size alone. */
    @Override
    public String toString() {
        return count() + " entries";
    }
}
