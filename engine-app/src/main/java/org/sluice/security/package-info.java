/** Roles, login, worker identities: who may come in, as whom, and who keeps people and their rights. */
@ApplicationModule(allowedDependencies = {"shared", "rulebook"})
@NullMarked
package org.sluice.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
