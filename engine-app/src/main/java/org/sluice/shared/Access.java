package org.sluice.shared;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sluice.process.NotPermitted;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.springframework.stereotype.Component;

/**
 * The one place that decides what a person may see and do: role x unit (domain section 8, "Organisation").
 *
 * <ul>
 *   <li>Roles that work for the whole bank, held at head office, see the cases of all units.
 *   <li>Roles bound to a unit see that unit; at a first-tier branch also the second-tier branches below it. Head office
 *       as a business unit sees only itself: its owner is not the branches' owner.
 *   <li>A person acts only in the very unit for which the right is held; branch compliance acts in its subtree.
 * </ul>
 */
@Component
public class Access {

    private final OrgUnits units;

    Access(OrgUnits units) {
        this.units = units;
    }

    /** The units whose cases the person sees; empty means all of them. */
    public Optional<Set<UnitCode>> visibleUnits(Actor actor) {
        var seen = new HashSet<UnitCode>();
        for (var right : actor.rights()) {
            if (right.role() == Role.SUPPLIER_CONTACT || right.role() == Role.ADMINISTRATOR) {
                continue;
            }
            if (!right.role().isBoundToUnit() && right.unit().isHeadOffice()) {
                return Optional.empty();
            }
            seen.addAll(right.unit().isHeadOffice() ? Set.of(right.unit()) : units.subtree(right.unit()));
        }
        return Optional.of(seen);
    }

    public boolean sees(Actor actor, UnitCode unit) {
        return visibleUnits(actor).map(seen -> seen.contains(unit)).orElse(true);
    }

    /** May the person act in this role for this unit? */
    public boolean acts(Actor actor, Role role, UnitCode unit) {
        return actor.rights().stream().filter(right -> right.role() == role).anyMatch(right -> covers(right, unit));
    }

    private boolean covers(Actor.Right right, UnitCode unit) {
        if (right.role() == Role.BRANCH_COMPLIANCE && !right.unit().isHeadOffice()) {
            return units.subtree(right.unit()).contains(unit);
        }
        return right.unit().equals(unit);
    }

    /** @throws NotPermitted when the person may not act in this role for this unit */
    public void requireActs(Actor actor, Role role, UnitCode unit) {
        if (!acts(actor, role, unit)) {
            throw new NotPermitted("role", role, unit);
        }
    }

    /** @throws NotPermitted when the person sees no cases of this unit */
    public void requireSees(Actor actor, UnitCode unit) {
        if (!sees(actor, unit)) {
            throw new NotPermitted("unit", unit);
        }
    }
}
