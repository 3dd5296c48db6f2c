package org.sluice.worker.jobs;

import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.protocol.session.Session.Order;

/** Who knows the number first, calls the other, and tells it. */
public enum Role {
    LEARNER(MatchTestTopic.LEARNER, Order.FIRST),
    RESPONDER(MatchTestTopic.RESPONDER, Order.SECOND);

    private final String word;
    private final Order order;

    Role(String word, Order order) {
        this.word = word;
        this.order = order;
    }

    public Order order() {
        return order;
    }

    /** As it stands in variables and receipts. */
    public String word() {
        return word;
    }

    static Role of(String word) {
        for (Role each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("it must be learner or responder");
    }
}
