/** The beans that the exit's model names; each reads variables, calls one step, writes the flags. */
@NullMarked
package org.sluice.exit.process;

import org.jspecify.annotations.NullMarked;
