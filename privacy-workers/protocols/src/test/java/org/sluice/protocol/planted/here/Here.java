package org.sluice.protocol.planted.here;

import org.sluice.protocol.planted.there.There;

/** One half of a cycle, on purpose. */
public class Here {
    public There there;
}
