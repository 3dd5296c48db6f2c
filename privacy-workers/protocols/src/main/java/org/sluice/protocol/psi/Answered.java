package org.sluice.protocol.psi;

/**
 * What a responder that learns nothing else knows at the end: the two sizes.
 *
 * @param own distinct items of the responder
 * @param peers distinct items of the learner
 */
public record Answered(int own, int peers) implements Learned {}
