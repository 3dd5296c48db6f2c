package org.sluice.protocol.planted;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Instant;

/** Breaks the walls on purpose, so that {@code WallsTest} can show that they bite. */
class ReachesOutsideHelper {

    final ObjectMapper framework = new ObjectMapper();
    final SecureRandom chance = new SecureRandom();
    final Instant time = Instant.now();
}
