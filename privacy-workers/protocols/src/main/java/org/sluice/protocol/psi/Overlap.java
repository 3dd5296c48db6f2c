package org.sluice.protocol.psi;

/**
 * What the learner knows at the end.
 *
 * @param common distinct items that both sets hold; too high or too low with a chance below 2^-40
 * @param own distinct items of the learner
 * @param peers distinct items of the responder
 */
public record Overlap(int common, int own, int peers) {}
