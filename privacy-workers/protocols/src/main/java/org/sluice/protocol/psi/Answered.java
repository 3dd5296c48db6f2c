package org.sluice.protocol.psi;

/**
 * What the responder knows at the end: the two sizes, nothing of the overlap.
 *
 * @param own distinct items of the responder
 * @param peers distinct items of the learner
 */
public record Answered(int own, int peers) {}
