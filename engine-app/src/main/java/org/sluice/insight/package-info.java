/** What the house knows about its cases, read-only: thread, decisions, where the token stands, figures. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.sluice.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
