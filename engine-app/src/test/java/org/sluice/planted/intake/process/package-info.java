/** Breaks the walls of the engine's beans on purpose. */
@NullMarked
package org.sluice.planted.intake.process;

import org.jspecify.annotations.NullMarked;
