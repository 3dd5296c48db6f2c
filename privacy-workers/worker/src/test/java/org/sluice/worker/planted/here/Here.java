package org.sluice.worker.planted.here;

import org.sluice.worker.planted.there.There;

/** One half of a cycle. */
public class Here {
    There there;
}
