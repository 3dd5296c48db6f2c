package org.sluice.protocol.planted.there;

import org.sluice.protocol.planted.here.Here;

/** The other half of a cycle, on purpose. */
public class There {
    public Here here;
}
