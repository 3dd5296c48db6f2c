package org.sluice.worker.planted.there;

import org.sluice.worker.planted.here.Here;

/** The other half. */
public class There {
    Here here;
}
