/** The guided story: one data product's whole life, told step by step with the demo's people; only in the demo. */
@ApplicationModule(allowedDependencies = {"shared", "security", "tasks"})
@NullMarked
package org.sluice.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
