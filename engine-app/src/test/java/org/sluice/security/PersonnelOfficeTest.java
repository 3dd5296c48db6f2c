package org.sluice.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.process.Conflict;
import org.sluice.process.FieldProblem;
import org.sluice.process.Invalid;
import org.sluice.process.LocalText;
import org.sluice.process.NotPermitted;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actors;
import org.sluice.shared.Auditable;
import org.sluice.support.HouseTest;
import org.sluice.ui.people.PeopleDesk;
import org.sluice.ui.shell.SessionDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Each test is rolled back, so that the people of the shared demo stay as they are. */
@HouseTest
@Transactional
@RecordApplicationEvents
@WithUserDetails("administrator")
class PersonnelOfficeTest {

    private static final LocalText NAME = new LocalText("新同事", "New colleague");
    private static final LocalText POST = new LocalText("经办", "Officer");

    @Autowired
    PeopleDesk desk;

    @Autowired
    SessionDesk session;

    @Autowired
    Actors actors;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @Test
    void addsAPersonWhoMustChangeTheFirstPassword() {
        var id = add("new.colleague", UnitCode.HEAD_OFFICE, Role.DATA_INTAKE);

        var row = desk.people("new.colleague", 0, 10).items().get(0);
        assertThat(row.id()).isEqualTo(id);
        assertThat(row.roles()).containsExactly(Role.DATA_INTAKE);
        assertThat(row.enabled()).isTrue();
        assertThat(accounts.find("new.colleague")).get().returns(true, Account::mustChangePassword);
        assertThat(actions()).containsExactly("person.added");
    }

    @Test
    void namesEveryWrongFieldOfANewPerson() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.add(new PeopleDesk.NewPerson(
                        "Not A Name", new LocalText("", "x"), POST, branch(), Set.of(Role.COMPLIANCE), "short")))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field)
                        .contains("username", "name.zh", "roles", "firstPassword"));
    }

    @Test
    void namesWhatIsMissingOnce() {
        var nothing = new LocalText("", "");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.add(new PeopleDesk.NewPerson("", nothing, nothing, null, Set.of(), "")))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder(
                                "username", "name.zh", "name.en", "post.zh", "post.en", "unit", "firstPassword"));
    }

    @Test
    void refusesAUsernameThatIsTaken() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> add("compliance", UnitCode.HEAD_OFFICE, Role.LEGAL))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::key)
                        .containsExactly("taken"));
    }

    @Test
    void setsRolesAtThePersonsUnit() {
        var id = add("new.colleague", branch(), Role.BUSINESS_REQUESTER);

        desk.setRoles(id, Set.of(Role.BUSINESS_OWNER));

        assertThat(desk.people("new.colleague", 0, 10).items().get(0).roles()).containsExactly(Role.BUSINESS_OWNER);
        assertThat(actions()).contains("person.rolesSet");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMINISTRATOR", "AUDIT", "SUPPLIER_CONTACT"})
    void keepsSomeRolesApartFromAllOthers(Role alone) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> add("new.colleague", UnitCode.HEAD_OFFICE, alone, Role.COMPLIANCE))
                .satisfies(refusal -> {
                    var problem = refusal.problems().get(0);
                    assertThat(refusal.problems()).hasSize(1);
                    assertThat(problem.field()).isEqualTo("roles");
                    assertThat(problem.text(Locale.ENGLISH))
                            .contains("another person")
                            .doesNotContain(alone.name());
                    assertThat(problem.text(Locale.CHINESE)).contains("其他人员").doesNotContain(alone.name());
                });

        var id = add("new.colleague", UnitCode.HEAD_OFFICE, alone);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.setRoles(id, Set.of(alone, Role.BUSINESS_OWNER)));
    }

    @Test
    void asksForPasswordsAsLongAsTheParameterSays() {
        jdbc.sql("""
                        insert into sluice.rule_parameter (key, value, unit, valid_from, set_by, basis, what_zh, what_en)
                        select key, 17, unit, valid_from + 1, 'test', basis, what_zh, what_en
                        from sluice.rule_parameter where key = 'password.minLength'
                        """).update();

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> add("new.colleague", UnitCode.HEAD_OFFICE, Role.LEGAL))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .containsExactly(new FieldProblem("firstPassword", "passwordTooShort", 17)));
    }

    @Test
    void keepsItselfFromChangingItsOwnRights() {
        var self = me();

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> desk.setRoles(self, Set.of(Role.AUDIT)));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> desk.setEnabled(self, false));
    }

    @Test
    void closesAndOpensAnotherAdministratorsAccount() {
        var other = add("second.admin", UnitCode.HEAD_OFFICE, Role.ADMINISTRATOR);

        desk.setEnabled(other, false);
        desk.setEnabled(other, true);

        assertThat(actions()).containsExactly("person.added", "account.disabled", "account.enabled");
    }

    @Test
    void keepsThePublicPasswordOfDemoAccounts() {
        var legal = desk.people("legal", 0, 1).items().get(0).id();

        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> desk.resetPassword(legal, "another password"));
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> session.changePassword("demo", "another password"));
    }

    @Test
    void resetsAPasswordThatMustThenBeChanged() {
        var id = add("new.colleague", UnitCode.HEAD_OFFICE, Role.DATA_INTAKE);
        accounts.setPassword("new.colleague", "{bcrypt}x", false);

        desk.resetPassword(id, "another password");

        assertThat(accounts.find("new.colleague")).get().returns(true, Account::mustChangePassword);
        assertThat(actions()).contains("account.passwordReset");
    }

    @Test
    void closesAnAccountAtOnce() {
        var id = desk.people("legal", 0, 50).items().stream()
                .filter(row -> row.username().equals("legal"))
                .findAny()
                .orElseThrow()
                .id();

        desk.setEnabled(id, false);

        assertThat(accounts.find("legal")).get().returns(false, Account::open);
    }

    @Test
    void addsUnitsInTwoTiersOnly() {
        desk.addUnit(new UnitCode("BX"), new LocalText("新分行", "New branch"), UnitCode.HEAD_OFFICE);
        desk.addUnit(new UnitCode("BX1"), new LocalText("新支行", "New office"), new UnitCode("BX"));

        assertThat(desk.units())
                .filteredOn(unit -> unit.code().value().startsWith("BX"))
                .extracting(PeopleDesk.Unit::tier)
                .containsExactly("FIRST_TIER", "SECOND_TIER");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.addUnit(new UnitCode("BX2"), new LocalText("三级", "Third"), new UnitCode("BX1")));
    }

    @Test
    @WithUserDetails("compliance")
    void refusesEverybodyElse() {
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> desk.people(null, 0, 10));
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> desk.units());
        assertThatExceptionOfType(NotPermitted.class)
                .isThrownBy(() -> add("new.colleague", UnitCode.HEAD_OFFICE, Role.LEGAL));
    }

    @Test
    @WithUserDetails("compliance")
    void takesARightAwayWithinTheSession() {
        assertThat(actors.current().has(Role.COMPLIANCE)).isTrue();

        jdbc.sql("delete from sluice.person_role where person = ?")
                .param(actors.current().id().value())
                .update();
        assertThat(actors.current().rights()).isEmpty();

        jdbc.sql("update sluice.account set enabled = false where username = 'compliance'")
                .update();
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(() -> actors.current());
        assertThat(session.me()).isEmpty();
    }

    private PersonId add(String username, UnitCode unit, Role... roles) {
        return desk.add(new PeopleDesk.NewPerson(username, NAME, POST, unit, Set.of(roles), "a first password"));
    }

    private PersonId me() {
        return session.me().orElseThrow().id();
    }

    private UnitCode branch() {
        return new UnitCode(jdbc.sql("select code from sluice.org_unit where tier = 'FIRST_TIER' order by code limit 1")
                .query(String.class)
                .single());
    }

    private List<String> actions() {
        return events.stream(Auditable.class).map(Auditable::action).toList();
    }
}
