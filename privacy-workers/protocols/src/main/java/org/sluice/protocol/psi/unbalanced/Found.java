package org.sluice.protocol.psi.unbalanced;

import org.sluice.protocol.psi.Intersection;

/**
 * What a client knows at the end of a run.
 *
 * @param intersection which of its items are on the list
 * @param masks the list's latest version, to be kept for the next run
 */
public record Found(Intersection intersection, Masks masks) {}
