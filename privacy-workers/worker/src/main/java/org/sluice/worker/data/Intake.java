package org.sluice.worker.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.sum.ValuedSet;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * Takes in the identifiers of one source row by row, wherever they come from: normalised, checked, and 18 bytes each
 * until all are there, with eight bytes more where they have values. A single row that is no valid identifier, or has no
 * valid value, refuses the whole source, by its number and never by what stands in it.
 */
final class Intake {

    /** Twice what any job may compute on, so that a source without end does not fill the memory. */
    static final int MOST_ROWS = 1 << 25;

    private static final int ROWS_NAMED = 5;
    private static final int LOOKS_UP_EVERY = 10_000;

    private final String name;
    private final Schema schema;
    private final String word;
    private final ByteArrayOutputStream identifiers = new ByteArrayOutputStream();
    private final Optional<LongStream.Builder> values;
    private final List<String> wrong = new ArrayList<>();
    private int taken;
    private int faults;
    private long total;

    /**
     * What a source held.
     *
     * @param identifiers in the order in which they came, with repeats
     * @param values one for each of the identifiers, where they have some
     */
    record Taken(Schema schema, Column identifiers, Optional<Values> values) {

        /** Each identifier once, ascending, with the values of its rows added up. */
        Taken distinct() {
            return values.map(this::addedUp).orElseGet(() -> new Taken(schema, identifiers.distinct(), values));
        }

        private Taken addedUp(Values ofRows) {
            int[] order = identifiers.ascendingOrder();
            long[] sums = new long[order.length];
            int kept = 0;
            for (int row : order) {
                if (kept == 0 || !Arrays.equals(identifiers.row(order[kept - 1]), identifiers.row(row))) {
                    order[kept++] = row;
                }
                sums[kept - 1] += ofRows.at(row);
            }
            return new Taken(
                    schema,
                    identifiers.rowsAt(Arrays.copyOf(order, kept)),
                    Optional.of(Values.owning(Arrays.copyOf(sums, kept))));
        }
    }

    /**
     * @param word what the source calls a row: "line", "row"
     * @param valued whether its identifiers have values
     */
    Intake(String name, Schema schema, String word, boolean valued) {
        this.name = name;
        this.schema = schema;
        this.word = word;
        this.values = valued ? Optional.of(LongStream.builder()) : Optional.empty();
    }

    /**
     * One row, however it is written.
     *
     * @param value means nothing where the identifiers have no values
     * @param number as a person finds it in the source
     */
    void take(String text, long value, long number) {
        if (++taken > MOST_ROWS) {
            throw new Problem(NoticeCode.DATA_SET_TOO_LONG, name, MOST_ROWS);
        }
        if (taken % LOOKS_UP_EVERY == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted while reading a data set");
        }
        String identifier = Schema.normalised(text);
        Optional<String> fault = schema.check(identifier);
        if (fault.isEmpty() && values.isPresent()) {
            fault = Values.check(value);
        }
        if (fault.isEmpty()) {
            identifiers.writeBytes(identifier.getBytes(StandardCharsets.US_ASCII));
            values.ifPresent(all -> {
                all.add(value);
                // so many rows could overflow, and beyond the bound it no longer matters by how much
                total = Math.min(total + value, ValuedSet.BOUND);
            });
        } else if (++faults <= ROWS_NAMED) {
            wrong.add(word + " " + number + " " + fault.get());
        }
    }

    /** @throws Problem if a row was not valid, or the values are too large together */
    Taken end() {
        if (faults > 0) {
            throw new Problem(NoticeCode.DATA_SET_FAULTY, name, faults, String.join(", ", wrong));
        }
        if (total > Values.MOST) {
            throw new Problem(NoticeCode.DATA_VALUES_TOO_LARGE, name);
        }
        return new Taken(
                schema,
                Column.owning(identifiers.toByteArray(), Schema.LENGTH),
                values.map(all -> Values.owning(all.build().toArray())));
    }
}
