package org.sluice.privacy.web;

import java.security.Principal;

/** The worker of a party, as it stands behind a request. */
record WorkerIdentity(String party) implements Principal {

    /** The name under which the worker holds locks: one for each party, so that a worker started anew finds its own. */
    String lockName() {
        return "worker-of-" + party;
    }

    @Override
    public String getName() {
        return party;
    }
}
