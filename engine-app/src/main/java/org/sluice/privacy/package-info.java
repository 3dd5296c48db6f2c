/** Privacy jobs: which party's worker computes what with whom, how far it is, and what both say at the end. */
@ApplicationModule(allowedDependencies = {"shared", "catalog", "rulebook", "access"})
@NullMarked
package org.sluice.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
