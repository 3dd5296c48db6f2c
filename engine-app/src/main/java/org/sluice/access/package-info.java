/** Who may use which product for what, and until when. */
@ApplicationModule(allowedDependencies = {"shared", "catalog", "rulebook"})
@NullMarked
package org.sluice.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
