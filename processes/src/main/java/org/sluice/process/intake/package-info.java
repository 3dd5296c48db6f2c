/** Requirement intake: the names of its model, the requirement's form and the bodies of its user tasks. */
@NullMarked
package org.sluice.process.intake;

import org.jspecify.annotations.NullMarked;
