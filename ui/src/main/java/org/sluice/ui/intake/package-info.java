/**
 * Requirements: start one, follow one, and the panels of the intake's tasks. It brings {@code tasks} its panels and
 * {@code cases} the way to take a requirement back, through the ports that those two offer.
 */
@NullMarked
package org.sluice.ui.intake;

import org.jspecify.annotations.NullMarked;
