/**
 * The catalogue: data products, suppliers, application cases, and the taxonomy that they are filed under (classes,
 * fields, lines, scenarios, regions). The bank's own people read it.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.sluice.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
