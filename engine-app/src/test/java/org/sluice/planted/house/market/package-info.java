/** The feature that uses what it may not. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sluice.planted.house.market;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
