/** From an approved requirement to a listed product: method, offers, admissions, approvals before signature, contract. */
@ApplicationModule(
        allowedDependencies = {"shared", "intake", "catalog", "budget", "blacklist", "rulebook", "admission", "access"})
@NullMarked
package org.sluice.procurement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
