/** The executable: decides how to start, starts in order, says when it is ready, and stops in reverse order. */
@NullMarked
package org.sluice;

import org.jspecify.annotations.NullMarked;
