package org.sluice.worker.bench;

/** The two parties of a run. The learner calls, and times it. */
enum Role {
    LEARNER("bank"),
    RESPONDER("supplier");

    private final String party;

    Role(String party) {
        this.party = party;
    }

    /** Name of the party that plays it. */
    String party() {
        return party;
    }

    Role other() {
        return this == LEARNER ? RESPONDER : LEARNER;
    }
}
