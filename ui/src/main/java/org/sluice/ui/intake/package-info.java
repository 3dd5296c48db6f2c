/** Requirements: start one, follow one, and the panels of the intake's tasks. */
@NullMarked
package org.sluice.ui.intake;

import org.jspecify.annotations.NullMarked;
