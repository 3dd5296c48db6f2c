package org.sluice.worker.planted;

import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import javax.net.ssl.SSLSocket;
import org.camunda.bpm.client.ExternalTaskClient;

/** Breaks the walls on purpose, so that {@code WallsTest} can show that they bite. */
class ReachesOutManager {

    ExternalTaskClient engine;
    SSLSocket line;
    Connection database;
    final Clock clock = Clock.systemUTC();
    final Instant time = Instant.now();
    final SecureRandom chance = new SecureRandom();
}
