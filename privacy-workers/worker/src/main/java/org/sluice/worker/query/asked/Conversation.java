package org.sluice.worker.query.asked;

import org.sluice.protocol.Misbehaviour;
import org.sluice.worker.query.wire.Head;
import org.sluice.worker.query.wire.Kind;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;
import org.sluice.worker.query.wire.Wire;

/** Questions and answers by turns on one line. */
record Conversation(Wire wire) {

    private static final int LONGEST_OFFERS = 1 << 20;

    byte[] lists() {
        return ask(Kind.LISTS, "", new byte[0], LONGEST_OFFERS);
    }

    /** @param most bytes that the answer may have */
    byte[] ask(Kind kind, ListName list, byte[] content, int most) {
        return ask(kind, list.name(), content, most);
    }

    /** @throws Refused if the peer does not answer this; the line stays good */
    private byte[] ask(Kind kind, String list, byte[] content, int most) {
        wire.send(kind, list, content);
        Head head = wire.head();
        if (head.kind() == Kind.REFUSED) {
            throw new Refused(Refusal.of(wire.content(head, 1)));
        }
        if (head.kind() != Kind.ANSWER || !head.list().equals(list)) {
            throw new Misbehaviour("A question about a list is not answered as such");
        }
        return wire.content(head, most);
    }
}
