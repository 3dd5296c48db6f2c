/** The beans that the intake's model names; each reads variables, calls one verb, writes the flags. */
@NullMarked
package org.sluice.intake.process;

import org.jspecify.annotations.NullMarked;
