package org.sluice.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Conflict;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.Page;
import org.sluice.process.PersonId;
import org.sluice.process.Problems;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actor;
import org.sluice.shared.Auditable;
import org.sluice.shared.RightsChanged;
import org.sluice.ui.people.PeopleDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps people, roles, accounts and units, for administrators only. Nobody changes the own rights, and the last
 * administrator stays.
 */
@Service
@Transactional
class PersonnelOffice implements PeopleDesk {

    private final CurrentActor actors;
    private final PeopleTable people;
    private final PeopleList lists;
    private final Accounts accounts;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;

    PersonnelOffice(
            CurrentActor actors,
            PeopleTable people,
            PeopleList lists,
            Accounts accounts,
            Passwords passwords,
            ApplicationEventPublisher events) {
        this.actors = actors;
        this.people = people;
        this.lists = lists;
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Row> people(@Nullable String text, int offset, int limit) {
        administrator();
        return lists.people(text, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Unit> units() {
        administrator();
        return lists.units();
    }

    @Override
    public PersonId add(NewPerson person) {
        var administrator = administrator();
        people.lock();
        var problems = new Problems();
        PersonnelRules.person(person, problems);
        problems.when(accounts.exists(person.username()), "username", "taken", person.username());
        var unit = person.unit();
        if (unit != null) {
            PersonnelRules.roles(person.roles(), unit, people.heldAlone(), problems);
            problems.when(unit(unit).isEmpty(), "unit", "unknownCode", unit);
        }
        passwords.check(problems, "firstPassword", person.firstPassword(), person.username());
        problems.orThrow();
        return add(person, Objects.requireNonNull(unit), administrator);
    }

    private PersonId add(NewPerson person, UnitCode unit, Actor administrator) {
        var id = people.add(person.name(), person.post(), unit);
        accounts.add(person.username(), id, passwords.hash(person.firstPassword()));
        people.setRights(id, person.roles(), unit);
        record("person.added", administrator, person.username(), person.roles(), unit);
        return id;
    }

    @Override
    public void setRoles(PersonId id, Set<Role> roles) {
        var administrator = administratorOver(id);
        var unit = people.get(id).unit();
        var problems = new Problems();
        PersonnelRules.roles(roles, unit, people.heldAlone(), problems);
        problems.orThrow();
        if (!roles.contains(Role.ADMINISTRATOR)) {
            requireOtherAdministrator(id);
        }
        people.setRights(id, roles, unit);
        record("person.rolesSet", administrator, people.username(id), roles, unit);
        events.publishEvent(new RightsChanged(person(id), administrator));
    }

    @Override
    public void setEnabled(PersonId id, boolean enabled) {
        var administrator = administratorOver(id);
        if (!enabled) {
            requireOtherAdministrator(id);
        }
        people.setEnabled(id, enabled);
        events.publishEvent(Auditable.of(
                enabled ? "account.enabled" : "account.disabled",
                null,
                administrator,
                "account " + people.username(id)));
        if (!enabled) {
            events.publishEvent(new RightsChanged(person(id).without(), administrator));
        }
    }

    /** The person as an actor, with the rights of this moment. */
    private Actor person(PersonId id) {
        return actors.actor(accounts.find(people.username(id)).orElseThrow());
    }

    @Override
    public void resetPassword(PersonId id, String firstPassword) {
        var administrator = administratorOver(id);
        var account = accounts.find(people.username(id)).orElseThrow();
        if (account.demo()) {
            throw new NotPermitted("demoPassword");
        }
        var problems = new Problems();
        passwords.check(problems, "firstPassword", firstPassword, account.username());
        problems.orThrow();
        accounts.setPassword(account.username(), passwords.hash(firstPassword), true);
        events.publishEvent(
                Auditable.of("account.passwordReset", null, administrator, "account " + account.username()));
    }

    @Override
    public int shortestPassword() {
        return passwords.shortest();
    }

    @Override
    public void addUnit(UnitCode code, LocalText name, UnitCode parent) {
        var administrator = administrator();
        people.lock();
        var above = unit(parent);
        var problems = new Problems();
        PersonnelRules.unit(code, name, above, problems);
        problems.when(unit(code).isPresent(), "code", "taken", code).orThrow();
        lists.add(new Unit(code, name, PersonnelRules.tierBelow(above).orElseThrow(), parent));
        events.publishEvent(Auditable.of("unit.added", null, administrator, "unit " + code)
                .with("name", name)
                .with("parent", parent.value()));
    }

    private Optional<Unit> unit(UnitCode code) {
        return lists.units().stream().filter(unit -> unit.code().equals(code)).findAny();
    }

    private Actor administrator() {
        var actor = actors.current();
        if (!actor.has(Role.ADMINISTRATOR)) {
            throw new NotPermitted("administratorOnly");
        }
        return actor;
    }

    private Actor administratorOver(PersonId id) {
        var administrator = administrator();
        if (administrator.id().equals(id)) {
            throw new Conflict("ownAccount");
        }
        people.lock();
        people.get(id);
        return administrator;
    }

    private void requireOtherAdministrator(PersonId than) {
        boolean isOne = people.rights(than).stream().anyMatch(right -> right.role() == Role.ADMINISTRATOR);
        if (isOne && !people.hasOtherAdministrator(than)) {
            throw new Conflict("lastAdministrator");
        }
    }

    private void record(String action, Actor administrator, String username, Set<Role> roles, UnitCode unit) {
        var names = roles.stream().map(Role::name).sorted().collect(Collectors.joining(", "));
        events.publishEvent(Auditable.of(action, null, administrator, "account " + username)
                .with("roles", names)
                .with("unit", unit.value()));
    }
}
