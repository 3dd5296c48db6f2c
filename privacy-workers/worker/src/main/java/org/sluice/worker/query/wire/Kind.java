package org.sluice.worker.query.wire;

import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;

/** What a message is. */
public enum Kind {
    LISTS(1),
    FOLLOW(2),
    EVALUATE(3),
    RETRIEVE(4),
    ANSWER(16),
    REFUSED(17);

    private final byte code;

    Kind(int code) {
        this.code = (byte) code;
    }

    /** Its byte on the line. */
    byte code() {
        return code;
    }

    static Kind of(byte code) {
        return Arrays.stream(values())
                .filter(each -> each.code == code)
                .findFirst()
                .orElseThrow(() -> new Misbehaviour("A message about lists is of no known kind"));
    }
}
