/** Budget lines and their encumbrance ledger: double entry, append-only; money is pre-committed, released, committed. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.sluice.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
