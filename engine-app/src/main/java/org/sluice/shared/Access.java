package org.sluice.shared;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 *   <li>People who are not of the bank read nothing of its catalogue: it holds their competitors' prices and grades.
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
            if (right.role().isExternal() || right.role() == Role.ADMINISTRATOR) {
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
        return actor.rights().stream().anyMatch(right -> gives(right, role, unit));
    }

    /** Does this right alone let its holder act in this role for this unit? */
    public boolean gives(Actor.Right right, Role role, UnitCode unit) {
        return right.role() == role && reach(right).anyMatch(each -> each.unit().equals(unit));
    }

    /** Every role x unit in which the person acts: what {@link #acts} says yes to, for questions that are put in SQL. */
    public Set<Actor.Right> acting(Actor actor) {
        return actor.rights().stream().flatMap(this::reach).collect(Collectors.toUnmodifiableSet());
    }

    /** What a right gives: itself, or the same role at every unit of its subtree. */
    private Stream<Actor.Right> reach(Actor.Right right) {
        if (right.role() == Role.BRANCH_COMPLIANCE && !right.unit().isHeadOffice()) {
            return units.subtree(right.unit()).stream().map(unit -> new Actor.Right(right.role(), unit));
        }
        return Stream.of(right);
    }

    /** @throws NotPermitted when the person is not of the bank, or has no right in it */
    public void requireCatalogue(Actor actor) {
        if (actor.rights().isEmpty()
                || actor.rights().stream().anyMatch(right -> right.role().isExternal())) {
            throw new NotPermitted("catalogue");
        }
    }

    /** @throws NotPermitted when the person may not act in this role for this unit */
    public void requireActs(Actor actor, Role role, UnitCode unit) {
        if (!acts(actor, role, unit)) {
            throw new NotPermitted("role", role, units.get(unit).name());
        }
    }

    /** @throws NotPermitted when the person sees no cases of this unit */
    public void requireSees(Actor actor, UnitCode unit) {
        if (!sees(actor, unit)) {
            throw new NotPermitted("unit", units.get(unit).name());
        }
    }
}
