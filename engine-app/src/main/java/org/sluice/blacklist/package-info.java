/** The blacklist of suppliers: proposal, findings, notice, term, appeal, lifting, and who is barred meanwhile. */
@ApplicationModule(allowedDependencies = {"shared", "catalog", "rulebook"})
@NullMarked
package org.sluice.blacklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
