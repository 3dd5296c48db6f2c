/** The feature that market may not use. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sluice.planted.house.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
