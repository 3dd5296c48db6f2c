package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program that sends a request again because it never saw the answer changes nothing by it. */
@HouseTest
class IdempotentTasksTest {

    private static final Map<String, Object> YES = Map.of("confirmed", true, "inHouseFeasible", false);

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, String> key =
            Map.of("Idempotency-Key", UUID.randomUUID().toString());

    @Test
    void aClaimSentAgainDoesNotTakeBackWhatWasGivenBackMeanwhile() {
        var task = fresh();
        assertThat(claim(task).ok().get("assignee").asText()).isEqualTo("business-owner");
        api.write("business-owner", task + "/unclaim", Map.of()).ok();

        assertThat(claim(task).ok().get("assignee").isNull()).isTrue();
    }

    @Test
    void aGivingBackSentAgainDoesNotGiveBackANewClaim() {
        var task = fresh();
        api.write("business-owner", task + "/claim", Map.of()).ok();
        api.write("business-owner", task + "/unclaim", Map.of(), key).ok();
        api.write("business-owner", task + "/claim", Map.of()).ok();

        assertThat(api.write("business-owner", task + "/unclaim", Map.of(), key)
                        .ok()
                        .get("assignee")
                        .asText())
                .isEqualTo("business-owner");
    }

    @Test
    void aCompletionSentAgainAnswersTheSame() {
        var task = fresh();
        var first = complete(task, YES).ok();

        assertThat(complete(task, YES).ok()).isEqualTo(first);
        assertThat(jdbc.sql(
                                "select count(*) from sluice.audit_event where case_id = ?::uuid and action = 'task.completed'")
                        .param(first.get("caseId").asText())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneKeyIsForOneTaskOneVerbAndOneBody() {
        var task = fresh();
        claim(task).ok();

        assertReused(claim(fresh()));
        assertReused(api.write("business-owner", task + "/unclaim", Map.of(), key));
        assertReused(complete(task, YES));

        var other = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        api.write("business-owner", task + "/complete", YES, other).ok();
        assertReused(api.write(
                "business-owner", task + "/complete", Map.of("confirmed", true, "inHouseFeasible", true), other));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var task = fresh();
        api.write("business-owner-2", task + "/claim", Map.of()).ok();
        claim(task).refused(409);
        api.write("business-owner-2", task + "/unclaim", Map.of()).ok();

        claim(task).ok();
    }

    private String fresh() {
        return "/tasks/" + intakes.task(intakes.submitted()).get("id").asText();
    }

    private Api.Answer claim(String task) {
        return api.write("business-owner", task + "/claim", Map.of(), key);
    }

    private Api.Answer complete(String task, Map<String, Object> body) {
        return api.write("business-owner", task + "/complete", body, key);
    }

    private static void assertReused(Api.Answer answer) {
        assertThat(answer.refused(409).get("type").asText()).endsWith("idempotencyKeyReused");
    }
}
