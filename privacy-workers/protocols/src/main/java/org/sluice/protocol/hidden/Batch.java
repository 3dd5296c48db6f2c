package org.sluice.protocol.hidden;

import java.util.Arrays;

/** The sizes in which keys are asked for; between them a batch is filled up with dummies. */
final class Batch {

    private static final int[] SIZES = {1, 8, 64};

    static final int MOST = 64;

    private Batch() {}

    /** The smallest size that holds so many. */
    static int holding(int keys) {
        return Arrays.stream(SIZES)
                .filter(size -> size >= keys)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A batch has at most 64 keys, not " + keys));
    }

    /** Whether some batch has so many bytes, each of its keys having this many. */
    static boolean fits(int bytes, int perKey) {
        return Arrays.stream(SIZES).anyMatch(size -> (long) size * perKey == bytes);
    }
}
