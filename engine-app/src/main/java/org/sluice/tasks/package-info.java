/** The inbox projection, claim and complete, messages and incidents: the only user of the engine's task service. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.sluice.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
