package org.sluice.shared;

import java.util.Set;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;

/** The person on whose behalf a service works: role x unit, as they stood when the request began. */
public record Actor(PersonId id, String username, LocalText name, UnitCode unit, Set<Right> rights) {

    /** One role, held at one unit. */
    public record Right(Role role, UnitCode unit) {}

    public Actor {
        rights = Set.copyOf(rights);
    }

    /** The same person, who may do nothing. */
    public Actor without() {
        return new Actor(id, username, name, unit, Set.of());
    }

    public boolean has(Role role) {
        return rights.stream().anyMatch(right -> right.role() == role);
    }
}
