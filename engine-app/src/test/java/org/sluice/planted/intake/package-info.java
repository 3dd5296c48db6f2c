/** Breaks the walls of engine-app on purpose, so that the test of the walls can be seen to bite; no bean among them. */
@NullMarked
package org.sluice.planted.intake;

import org.jspecify.annotations.NullMarked;
