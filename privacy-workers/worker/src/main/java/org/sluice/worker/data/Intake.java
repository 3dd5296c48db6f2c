package org.sluice.worker.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.sluice.protocol.Column;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * Takes in the identifiers of one source row by row, wherever they come from: normalised, checked, and 18 bytes each
 * until all are there. A single row that is no valid identifier refuses the whole source, by its number and never by
 * its value.
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
    private final List<String> wrong = new ArrayList<>();
    private int taken;
    private int faults;

    /**
     * What a source held.
     *
     * @param identifiers in the order in which they came, with repeats
     */
    record Taken(Schema schema, Column identifiers) {}

    /** @param word what the source calls a row: "line", "row" */
    Intake(String name, Schema schema, String word) {
        this.name = name;
        this.schema = schema;
        this.word = word;
    }

    /**
     * One row, however it is written.
     *
     * @param number as a person finds it in the source
     */
    void take(String text, long number) {
        if (++taken > MOST_ROWS) {
            throw new Problem(NoticeCode.DATA_SET_TOO_LONG, name, MOST_ROWS);
        }
        if (taken % LOOKS_UP_EVERY == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Interrupted while reading a data set");
        }
        String identifier = Schema.normalised(text);
        Optional<String> fault = schema.check(identifier);
        if (fault.isEmpty()) {
            identifiers.writeBytes(identifier.getBytes(StandardCharsets.US_ASCII));
        } else if (++faults <= ROWS_NAMED) {
            wrong.add(word + " " + number + " " + fault.get());
        }
    }

    /** @throws Problem if a row was no valid identifier */
    Taken end() {
        if (faults > 0) {
            throw new Problem(NoticeCode.DATA_SET_FAULTY, name, faults, String.join(", ", wrong));
        }
        return new Taken(schema, Column.owning(identifiers.toByteArray(), Schema.LENGTH));
    }
}
