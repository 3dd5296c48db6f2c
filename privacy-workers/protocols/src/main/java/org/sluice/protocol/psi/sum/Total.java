package org.sluice.protocol.psi.sum;

import org.sluice.protocol.psi.Overlap;

/**
 * What the value holder knows at the end, if enough items are common.
 *
 * @param overlap how many of its items its peer holds too
 * @param sum of the values of these items
 */
public record Total(Overlap overlap, long sum) {}
