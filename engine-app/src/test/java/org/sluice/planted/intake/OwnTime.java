package org.sluice.planted.intake;

import java.time.Instant;

/** Reads the time past the injected clock. */
class OwnTime {

    Instant now() {
        return Instant.now();
    }
}
