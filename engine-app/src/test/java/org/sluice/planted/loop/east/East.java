package org.sluice.planted.loop.east;

import org.sluice.planted.loop.west.West;

/** Needs what needs it. */
public interface East {

    West other();
}
