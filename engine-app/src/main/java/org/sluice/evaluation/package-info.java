/** What products in use are worth: readings, users' ratings, scorecard and grade, and what follows from them. */
@ApplicationModule(allowedDependencies = {"shared", "catalog", "rulebook", "access", "procurement", "blacklist"})
@NullMarked
package org.sluice.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
