/** Half of a circle of two features. */
@NullMarked
package org.sluice.planted.loop.east;

import org.jspecify.annotations.NullMarked;
