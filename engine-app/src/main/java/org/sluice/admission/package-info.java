/** Admission of suppliers and data products: dossier, screening by the rules, reviews, committee, verdict. */
@ApplicationModule(allowedDependencies = {"shared", "catalog", "blacklist", "rulebook", "privacy"})
@NullMarked
package org.sluice.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
