package org.sluice.worker.data;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sluice.protocol.Column;

/**
 * The distinct identifiers of one source, and their values where it gives some. Its string shows the handle and sizes
 * alone.
 *
 * @param rows rows of the source that hold an identifier, repeated ones included
 * @param identifiers ascending, each once
 * @param values one for each of the identifiers, in their order: the sum over its rows; all together below 2^40
 */
public record DataSet(DataHandle handle, Schema schema, int rows, Column identifiers, Optional<Values> values) {

    public int size() {
        return identifiers.count();
    }

    public Iterable<byte[]> items() {
        return () -> items(identifiers);
    }

    private static Iterator<byte[]> items(Column identifiers) {
        return IntStream.range(0, identifiers.count())
                .mapToObj(identifiers::row)
                .iterator();
    }

    @Override
    public String toString() {
        return handle + ", " + schema.column() + ", " + size() + " of " + rows + " rows"
                + values.map(each -> ", " + each).orElse("");
    }
}
