/** The exit of a product: how urgent it is, what it affects, what replaces it, and the proof that its data is gone. */
@ApplicationModule(
        allowedDependencies = {"shared", "catalog", "rulebook", "access", "procurement", "evaluation", "blacklist"})
@NullMarked
package org.sluice.exit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
