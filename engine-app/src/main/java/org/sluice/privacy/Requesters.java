package org.sluice.privacy;

import java.util.Set;
import java.util.stream.Collectors;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.springframework.stereotype.Component;

/** For which units a person asks that something be computed or looked up. */
@Component
class Requesters {

    private final Access access;

    Requesters(Access access) {
        this.access = access;
    }

    Set<UnitCode> unitsOf(Actor actor) {
        return actor.rights().stream()
                .map(Actor.Right::unit)
                .filter(unit -> access.acts(actor, Role.BUSINESS_REQUESTER, unit)
                        || access.acts(actor, Role.BUSINESS_OWNER, unit))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws NotPermitted when the person asks for none */
    Set<UnitCode> requireUnits(Actor actor) {
        access.requireCatalogue(actor);
        var units = unitsOf(actor);
        if (units.isEmpty()) {
            throw new NotPermitted("requester");
        }
        return units;
    }
}
