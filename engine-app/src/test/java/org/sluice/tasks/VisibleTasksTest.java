package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Refusal;
import org.sluice.process.Role;
import org.sluice.process.TaskId;
import org.sluice.process.UnitCode;
import org.sluice.shared.Access;
import org.sluice.shared.Actor;
import org.sluice.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a list shows and what the policy allows is the same, for every role at units of four tiers: the question is put
 * in SQL, but answered by {@link Access}. Each test is rolled back.
 */
@HouseTest
@Transactional
class VisibleTasksTest {

    private static final List<String> UNITS = List.of("HO", "BR01", "BR0101", "DEEP", "BR02");
    private static final UUID CASE = new UUID(77, 1);

    @Autowired
    private TaskRows rows;

    @Autowired
    private Access access;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aTaskOfEachGroupAtEachUnit() {
        jdbc.sql("""
                        insert into sluice.org_unit (code, parent, tier, name_zh, name_en)
                        values ('DEEP', 'BR0101', 'SECOND_TIER', '网点', 'Outlet')
                        """).update();
        jdbc.sql("""
                        insert into sluice.case_file (case_id, number, title, org_unit, initiator, state, opened_at)
                        select ?, 'REQ-GRID', 'Grid', 'HO', id, 'SUBMITTED', now() from sluice.person limit 1
                        """).param(CASE).update();
        for (var role : Role.values()) {
            for (var unit : UNITS) {
                jdbc.sql("""
                                insert into sluice.task (id, key, process_key, process_instance, case_id, candidate_group,
                                                         org_unit, state, created_at)
                                values (?, 'confirmNeed', 'requirement-intake', 'none', ?, ?, ?, 'OPEN', now())
                                """).params(role + "@" + unit, CASE, role.name(), unit).update();
            }
        }
    }

    @Test
    void aListShowsExactlyWhatThePolicyAllows() {
        for (var role : Role.values()) {
            for (var unit : UNITS) {
                var actor = actor(right(role, unit), right(Role.DATA_TESTER, "HO"));
                assertThat(listed(actor, false)).as(role + " at " + unit).isEqualTo(allowed(actor));
            }
        }
    }

    @Test
    void severalRightsAddUpAndNoneShowsNothing() {
        var actor = actor(
                right(Role.BRANCH_COMPLIANCE, "BR01"), right(Role.BUSINESS_OWNER, "BR02"), right(Role.LEGAL, "HO"));

        assertThat(listed(actor, false))
                .isEqualTo(allowed(actor))
                .containsExactlyInAnyOrder(
                        "BRANCH_COMPLIANCE@BR01",
                        "BRANCH_COMPLIANCE@BR0101",
                        "BRANCH_COMPLIANCE@DEEP",
                        "BUSINESS_OWNER@BR02",
                        "LEGAL@HO");
        assertThat(listed(actor(), false)).isEmpty();
    }

    /** The assignment alone shows nothing: whoever has moved sees no longer what the former unit asks for. */
    @Test
    void ownTasksAreShownByTheSameRights() {
        var moved = actor(right(Role.BUSINESS_OWNER, "BR02"));
        jdbc.sql("update sluice.task set assignee = ? where case_id = ?")
                .params(moved.id().value(), CASE)
                .update();

        assertThat(listed(moved, true)).isEqualTo(allowed(moved)).containsExactly("BUSINESS_OWNER@BR02");
    }

    /** Four eyes, and one vote a person: nobody is offered what would be refused, but it is told why. */
    @Test
    void whatAPersonMayNotDoAnyMoreIsNotOffered() {
        var actor = actor(right(Role.ADMISSION_COMMITTEE, "HO"), right(Role.LEGAL, "HO"), right(Role.COMPLIANCE, "HO"));
        var me = actor.id().value();
        jdbc.sql("update sluice.task set other_eyes = '{initiate}' where id = 'LEGAL@HO'")
                .update();
        jdbc.sql("insert into sluice.case_participation (case_id, step, person, at) values (?, 'initiate', ?, now())")
                .params(CASE, me)
                .update();
        jdbc.sql("""
                        update sluice.task set once_for = ?, once_because = 'VOTED_ALREADY'
                        where id in ('ADMISSION_COMMITTEE@HO', 'DATA_HEAD@HO')
                        """).param(new UUID(77, 2)).update();
        assertThat(offered(actor))
                .contains("ADMISSION_COMMITTEE@HO", "COMPLIANCE@HO")
                .doesNotContain("LEGAL@HO");

        jdbc.sql("update sluice.task set state = 'COMPLETED', completed_by = ? where id = 'DATA_HEAD@HO'")
                .param(me)
                .update();

        assertThat(offered(actor)).contains("COMPLIANCE@HO").doesNotContain("LEGAL@HO", "ADMISSION_COMMITTEE@HO");
        assertThat(listed(actor, false)).contains("LEGAL@HO", "ADMISSION_COMMITTEE@HO");
        assertThat(whyNot(actor, "LEGAL@HO")).contains("conflict.sameEyes");
        assertThat(whyNot(actor, "ADMISSION_COMMITTEE@HO")).contains("conflict.votedAlready");
        assertThat(whyNot(actor, "COMPLIANCE@HO")).isEmpty();
    }

    private Optional<String> whyNot(Actor actor, String task) {
        return rows.find(new TaskId(task), actor.id())
                .map(TaskRow::notForReader)
                .map(Refusal::key);
    }

    private Set<String> offered(Actor actor) {
        return listed(actor, false, true);
    }

    private Set<String> listed(Actor actor, boolean onlyMine) {
        return listed(actor, onlyMine, false);
    }

    private Set<String> listed(Actor actor, boolean onlyMine, boolean onlyOffered) {
        var question = new TaskRows.Question(
                actor, onlyMine, onlyOffered, null, null, new org.sluice.process.CaseId(CASE), null);
        var page = rows.page(question, 0, 200);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(task -> task.id().value()).collect(Collectors.toSet());
    }

    private Set<String> allowed(Actor actor) {
        var allowed = new HashSet<String>();
        for (var role : Role.values()) {
            for (var unit : UNITS) {
                if (access.acts(actor, role, new UnitCode(unit))) {
                    allowed.add(role + "@" + unit);
                }
            }
        }
        return allowed;
    }

    private Actor actor(Actor.Right... rights) {
        var person = jdbc.sql("select id from sluice.person order by id limit 1")
                .query(UUID.class)
                .single();
        return new Actor(
                new PersonId(person),
                "grid",
                new LocalText("格", "Grid"),
                UnitCode.HEAD_OFFICE,
                new HashSet<>(List.of(rights)));
    }

    private static Actor.Right right(Role role, String unit) {
        return new Actor.Right(role, new UnitCode(unit));
    }
}
