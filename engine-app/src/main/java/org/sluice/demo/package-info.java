/** The demo: its data, its accounts and its clock; nothing of it exists outside the demo profile. */
@ApplicationModule(allowedDependencies = {"shared", "privacy"})
@NullMarked
package org.sluice.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
