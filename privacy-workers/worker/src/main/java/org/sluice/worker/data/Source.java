package org.sluice.worker.data;

import java.time.Instant;

/** Where one data set's identifiers, and the values beside them, come from. */
sealed interface Source permits CsvFile, DatabaseQuery, ParquetFile {

    /** What a file calls its column of values. */
    String VALUE = "value";

    /** What a handle calls the set. */
    String name();

    /** Another text where the set may hold something else than before; costs no look into it. */
    String fingerprint(Instant now);

    /**
     * Reads all of it, as it is now.
     *
     * @throws org.sluice.worker.notice.Problem if it cannot be read, or is no list of identifiers
     */
    Intake.Taken read();
}
