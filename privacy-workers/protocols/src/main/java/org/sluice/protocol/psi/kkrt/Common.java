package org.sluice.protocol.psi.kkrt;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.psi.ItemSet;

/**
 * What the learner tells where both learn: hashes of the common items under the terms, filled up with random ones to as
 * many as could be common, in ascending order. Who holds an item knows its hash; the others tell nothing.
 */
final class Common {

    private static final String LABEL = "sluice/kkrt/common/v1";

    private Common() {}

    static int count(int learners, int responders) {
        return Math.min(learners, responders);
    }

    /** @param common indexes of hashes of the learner's items */
    static Column told(ItemSet items, int[] common, int count, int length, SecureRandom random) {
        byte[] told = new byte[Math.multiplyExact(count, length)];
        random.nextBytes(told);
        Column hashes = hashes(items, items.hashes().rowsAt(common), length);
        hashes.copyRows(0, hashes.count(), told, 0);
        return Column.owning(told, length).sorted();
    }

    /** Which of the responder's items were told: indexes of their hashes. */
    static int[] heard(ItemSet items, Column told) {
        if (told.hasRepeats()) {
            throw new Misbehaviour("The common items hold one twice");
        }
        return hashes(items, items.hashes(), told.width()).indexesFoundIn(told);
    }

    private static Column hashes(ItemSet items, Column rows, int length) {
        return items.terms().hashing().ofRows(LABEL, items.terms().fingerprint(), rows, length);
    }
}
