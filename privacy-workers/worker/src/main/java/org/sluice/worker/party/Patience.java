package org.sluice.worker.party;

import java.time.Duration;

/**
 * How long a worker waits for another.
 *
 * @param connect until a connection stands and both have proven who they are
 * @param sign between signs of life of a worker that has nothing else to send
 * @param silence without even a sign of life, after which the line counts as dead and nobody is to blame
 * @param step for the next frame of a peer that does give signs of life; beyond it the peer misbehaves
 */
public record Patience(Duration connect, Duration sign, Duration silence, Duration step) {}
