/** Requirements from the form to the hand-over to procurement: duplicates, consolidation, feasibility, approvals. */
@ApplicationModule(allowedDependencies = {"shared", "catalog", "budget", "rulebook"})
@NullMarked
package org.sluice.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
