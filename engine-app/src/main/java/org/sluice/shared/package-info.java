/**
 * What every feature shares: who acts, what a person may do, the case file, the one path of a person's step, working
 * days, and the seams to the engine.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.sluice.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
