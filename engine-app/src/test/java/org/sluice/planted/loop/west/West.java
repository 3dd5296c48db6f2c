package org.sluice.planted.loop.west;

import org.sluice.planted.loop.east.East;

/** Needs what needs it. */
public interface West {

    East other();
}
