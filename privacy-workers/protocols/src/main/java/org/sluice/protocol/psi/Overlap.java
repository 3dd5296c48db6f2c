package org.sluice.protocol.psi;

/**
 * What the learner knows at the end; and the responder, if it is told.
 *
 * @param common distinct items that both sets hold; too high or too low with a chance below 2^-40
 * @param own distinct items of the party that holds this record
 * @param peers distinct items of its peer
 */
public record Overlap(int common, int own, int peers) {}
