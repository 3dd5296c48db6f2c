package org.sluice.privacy.web;

import java.security.Principal;
import java.util.Optional;

/** The worker of a party, as it stands behind a request. */
record WorkerIdentity(String party) implements Principal {

    /** One host and port. */
    static final String ADDRESS = "[A-Za-z0-9._:\\[\\]-]{1,120}:\\d{1,5}";

    /** The name under which the party's worker holds locks: one for each party, so that a worker started anew finds its own. */
    String lockName() {
        return "worker-of-" + party;
    }

    /** Where the further worker is reached that holds locks under this name; empty where it is no name of one. */
    Optional<String> further(String name) {
        return name.startsWith(lockName() + "@")
                ? Optional.of(name.substring(lockName().length() + 1))
                : Optional.empty();
    }

    @Override
    public String getName() {
        return party;
    }
}
