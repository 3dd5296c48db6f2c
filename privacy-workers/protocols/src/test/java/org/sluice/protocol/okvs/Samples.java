package org.sluice.protocol.okvs;

import java.util.Random;
import org.sluice.protocol.Column;

/** Keys as hashes would be, and what a vector says of them. */
final class Samples {

    private Samples() {}

    static Column keys(int count, long seed) {
        byte[] bytes = new byte[count * RowHash.KEY];
        new Random(seed).nextBytes(bytes);
        return Column.owning(bytes, RowHash.KEY);
    }

    static byte[] seed(long seed) {
        byte[] bytes = new byte[Placement.SEED];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** How many keys a vector does not say, given what it says in the order of the placement. */
    static int wrong(Placement placement, long[] said, Column keys) {
        int wrong = 0;
        for (int place = 0; place < placement.count(); place++) {
            int key = placement.key(place);
            boolean right = said[2 * place] == keys.longAt(key, 0) && said[2 * place + 1] == keys.longAt(key, 8);
            wrong += right ? 0 : 1;
        }
        return wrong;
    }
}
