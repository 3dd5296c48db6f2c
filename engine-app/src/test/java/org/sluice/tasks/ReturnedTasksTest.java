package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.LockWaits;
import org.sluice.support.People;
import org.sluice.ui.people.PeopleDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A claimed task never outlives the right of whoever holds it: it goes back to its group, on record. */
@HouseTest
class ReturnedTasksTest {

    private static final String HOLDER = "br02-business-owner-2";
    private static final String COLLEAGUE = "br02-business-owner";

    @Autowired
    private PeopleDesk personnel;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private People people;

    @Autowired
    private LockWaits waits;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private PersonId holder;
    private String caseId;
    private String task;

    @BeforeEach
    void aTaskIsThere() {
        holder = people.idOf(HOLDER);
        caseId = intakes.submit("br02-business-requester", intakes.form("BR02"));
        task = intakes.task(caseId).get("id").asText();
    }

    @AfterEach
    void theHolderIsAsBefore() {
        setRoles(Role.BUSINESS_OWNER);
        people.does("administrator", () -> personnel.setEnabled(holder, true));
    }

    @Test
    void whenTheRightIsTakenAway() {
        claim();

        setRoles(Role.BUSINESS_REQUESTER);

        assertThat(assignee()).isEmpty();
        assertThat(returns()).singleElement().asString().contains("\"account\": \"" + HOLDER + "\"");
        api.write(COLLEAGUE, "/tasks/" + task + "/complete", Map.of("confirmed", true, "inHouseFeasible", false))
                .ok();
    }

    @Test
    void whenTheAccountIsClosed() {
        claim();

        people.does("administrator", () -> personnel.setEnabled(holder, false));

        assertThat(assignee()).isEmpty();
        api.write(COLLEAGUE, "/tasks/" + task + "/claim", Map.of()).ok();
    }

    @Test
    void butNotWhileThePersonMayStillDoIt() {
        claim();

        setRoles(Role.BUSINESS_OWNER, Role.BUSINESS_REQUESTER);

        assertThat(assignee()).isEqualTo(HOLDER);
        assertThat(returns()).isEmpty();
    }

    @Test
    void togetherWithTheRightOrNotAtAll() {
        claim();

        transaction.executeWithoutResult(status -> {
            setRoles(Role.BUSINESS_REQUESTER);
            status.setRollbackOnly();
        });

        assertThat(assignee()).isEqualTo(HOLDER);
    }

    @Test
    void andNoClaimSlipsThroughWhileTheRightIsBeingTakenAway() {
        var answer = transaction.execute(status -> {
            setRoles(Role.BUSINESS_REQUESTER);
            var claiming =
                    CompletableFuture.supplyAsync(() -> api.write(HOLDER, "/tasks/" + task + "/claim", Map.of()));
            waits.awaitOneBehindMe();
            return claiming;
        });

        assertThat(answer).isNotNull();
        answer.join().refused(403);
        assertThat(assignee()).isEmpty();
    }

    @Test
    void byThePersonWhoHoldsIt() {
        claim();

        var shown = api.write(HOLDER, "/tasks/" + task + "/unclaim", Map.of()).ok();

        assertThat(shown.get("assignee").isNull()).isTrue();
        assertThat(returns()).hasSize(1);
        api.write(HOLDER, "/tasks/" + task + "/unclaim", Map.of()).ok();
        assertThat(returns()).as("what is free is not given back again").hasSize(1);
    }

    @Test
    void butNobodyGivesBackWhatAnotherHolds() {
        claim();

        api.write(COLLEAGUE, "/tasks/" + task + "/unclaim", Map.of()).refused(409);
        api.write("br01-business-owner", "/tasks/" + task + "/unclaim", Map.of())
                .refused(403);
        assertThat(assignee()).isEqualTo(HOLDER);
    }

    private void claim() {
        api.write(HOLDER, "/tasks/" + task + "/claim", Map.of()).ok();
        assertThat(assignee()).isEqualTo(HOLDER);
    }

    private void setRoles(Role... roles) {
        people.does("administrator", () -> personnel.setRoles(holder, Set.of(roles)));
    }

    private String assignee() {
        JsonNode shown = api.read(COLLEAGUE, "/tasks?caseId=" + caseId).ok().at("/items/0/assignee");
        return shown.isNull() ? "" : shown.asText();
    }

    private List<String> returns() {
        return jdbc.sql("""
                        select details::text from sluice.audit_event
                        where case_id = ?::uuid and action in ('task.returned', 'task.returnedToGroup')
                        """).param(caseId).query(String.class).list();
    }
}
