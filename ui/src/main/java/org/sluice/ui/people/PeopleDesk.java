package org.sluice.ui.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;

/** For the administrator: people, their roles by unit, their accounts, the units. Every call refuses anybody else. */
public interface PeopleDesk {

    record Row(
            PersonId id,
            LocalText name,
            LocalText post,
            UnitCode unit,
            LocalText unitName,
            String username,
            Set<Role> roles,
            boolean enabled) {}

    record Unit(
            UnitCode code,
            LocalText name,
            String tier,
            @Nullable UnitCode parent) {}

    /**
     * What the administrator has filled in; the unit may be missing like everything else.
     *
     * @param roles are held at {@code unit}
     */
    record NewPerson(
            String username,
            LocalText name,
            LocalText post,
            @Nullable UnitCode unit,
            Set<Role> roles,
            String firstPassword) {}

    Page<Row> people(@Nullable String text, int offset, int limit);

    List<Unit> units();

    /**
     * The person must change the first password at the first sign-in.
     *
     * @throws org.sluice.process.Invalid naming {@code username}, {@code name.zh}, {@code unit}, {@code firstPassword} …
     */
    PersonId add(NewPerson person);

    /** @throws org.sluice.process.Invalid naming {@code roles} */
    void setRoles(PersonId id, Set<Role> roles);

    void setEnabled(PersonId id, boolean enabled);

    /** @throws org.sluice.process.Invalid naming {@code firstPassword} */
    void resetPassword(PersonId id, String firstPassword);

    /** How many characters a first password must have at least. */
    int shortestPassword();

    /** @throws org.sluice.process.Invalid naming {@code code}, {@code name.zh}, {@code name.en} or {@code parent} */
    void addUnit(UnitCode code, LocalText name, UnitCode parent);
}
