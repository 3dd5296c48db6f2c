/** Half of a circle of two features. */
@NullMarked
package org.sluice.planted.loop.west;

import org.jspecify.annotations.NullMarked;
