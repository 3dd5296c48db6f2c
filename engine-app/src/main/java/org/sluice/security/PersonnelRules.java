package org.sluice.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sluice.process.LocalText;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.ui.people.PeopleDesk;

/** What a new person, a set of roles and a new unit must be. */
final class PersonnelRules {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern UNIT = Pattern.compile("[A-Z][A-Z0-9]{1,11}");
    private static final int NAME = 60;

    private PersonnelRules() {}

    static void person(PeopleDesk.NewPerson person, Problems problems) {
        problems.required("unit", person.unit());
        problems.when(!USERNAME.matcher(person.username()).matches(), "username", "username");
        name("name", person.name(), problems);
        name("post", person.post(), problems);
    }

    private static void name(String field, LocalText text, Problems problems) {
        problems.required(field + ".zh", text.zh())
                .atMost(field + ".zh", text.zh(), NAME)
                .required(field + ".en", text.en())
                .atMost(field + ".en", text.en(), NAME);
    }

    /**
     * Roles that work for the whole bank are held at head office only.
     *
     * @param alone roles that go with no other
     */
    static void roles(Set<Role> roles, UnitCode unit, Set<Role> alone, Problems problems) {
        for (var role : roles) {
            boolean atHome = unit.isHeadOffice() || role.isBoundToUnit();
            problems.when(!atHome, "roles", "roleNotAtUnit", role, unit);
        }
        roles.stream()
                .filter(role -> alone.contains(role) && roles.size() > 1)
                .sorted()
                .forEach(role -> problems.add("roles", "roleAlone", role));
    }

    static void unit(UnitCode code, LocalText name, Optional<PeopleDesk.Unit> parent, Problems problems) {
        problems.when(!UNIT.matcher(code.value()).matches(), "code", "unitCode")
                .when(tierBelow(parent).isEmpty(), "parent", "unitParent");
        name("name", name, problems);
    }

    /** Branches stand in two tiers below head office; empty where nothing can stand. */
    static Optional<String> tierBelow(Optional<PeopleDesk.Unit> parent) {
        var tiers = List.of("HEAD_OFFICE", "FIRST_TIER", "SECOND_TIER");
        return parent.map(unit -> tiers.indexOf(unit.tier()) + 1)
                .filter(tier -> tier < tiers.size())
                .map(tiers::get);
    }
}
