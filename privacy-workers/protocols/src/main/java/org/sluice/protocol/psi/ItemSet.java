package org.sluice.protocol.psi;

import java.io.ByteArrayOutputStream;
import org.sluice.protocol.Column;

/**
 * One party's items for one job: hashed to 16 bytes under the job's salt, each once, in no order of the table's.
 *
 * <p>Items of any length are alike from here on; two of 2^25 differ in their hash but for a chance of 2^-79.
 */
public final class ItemSet {

    private static final int HASH = 16;

    private final Terms terms;
    private final Column hashes;

    private ItemSet(Terms terms, Column hashes) {
        this.terms = terms;
        this.hashes = hashes;
    }

    /**
     * Prepares the items.
     *
     * @throws IllegalArgumentException if there are fewer or more distinct items than the terms allow
     */
    public static ItemSet of(Iterable<byte[]> items, Terms terms) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        byte[] salt = terms.jobSalt();
        for (byte[] item : items) {
            hashes.write(Digests.of("sluice/item/v1", salt, item), 0, HASH);
        }
        Column distinct = Column.of(hashes.toByteArray(), HASH).distinct();
        if (!terms.allow(distinct.count())) {
            throw new IllegalArgumentException("The terms do not allow a set of " + distinct.count());
        }
        return new ItemSet(terms, distinct);
    }

    public int count() {
        return hashes.count();
    }

    Terms terms() {
        return terms;
    }

    Column hashes() {
        return hashes;
    }
}
