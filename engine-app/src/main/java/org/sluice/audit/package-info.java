/** What happened, append-only and chained: listens to {@link org.sluice.shared.Auditable}, knows no feature. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.sluice.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
