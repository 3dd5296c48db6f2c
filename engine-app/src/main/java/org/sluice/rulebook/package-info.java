/** Which release of tables, rules and parameters is in force, and which one decided what. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.sluice.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
