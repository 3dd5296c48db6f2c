package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.Databases;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Thirty at once, with the engine's own jobs running behind them: nobody gets an error, and nothing is done twice. */
@SpringBootTest(properties = "camunda.bpm.generate-unique-process-engine-name=true")
@ActiveProfiles("demo")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Databases.Fresh.class)
@Import({Jobs.class, Api.class, Intakes.class})
@DirtiesContext // its job executor must not run on behind the tests that run their jobs by hand
class SimultaneousCompletionsTest {

    private static final int MANY = 30;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void ofDifferentCasesAllSucceed() throws Exception {
        var tasks = new ArrayList<String>();
        for (int i = 0; i < MANY; i++) {
            var caseId = api.write("business-requester", "/requirements", intakes.form("HO"))
                    .ok()
                    .get("caseId")
                    .asText();
            tasks.add(intakes.task(caseId).get("id").asText());
        }

        var answers = atOnce(tasks.stream()
                .map(task -> (Callable<Integer>)
                        () -> complete("business-owner", task).status())
                .toList());

        assertThat(answers).containsOnly(200);
        awaitTasks("writeFeasibilityNote", MANY);
    }

    @Test
    void ofOneTaskByManyPeopleOneWinsAndTheOthersAreToldSo() throws Exception {
        var caseId = api.write("business-requester", "/requirements", intakes.form("HO"))
                .ok()
                .get("caseId")
                .asText();
        var task = intakes.task(caseId).get("id").asText();
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < MANY; i++) {
            var person = i % 2 == 0 ? "business-owner" : "business-owner-2";
            calls.add(() -> complete(person, task).status());
        }

        var answers = atOnce(calls);

        // the winner's own repetitions are replays and succeed, the other one's are conflicts
        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(MANY / 2);
        assertThat(jdbc.sql(
                                "select count(*) from sluice.audit_event where case_id = ?::uuid and action = 'requirement.confirmed'")
                        .param(caseId)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Api.Answer complete(String person, String task) {
        return api.write(person, "/tasks/" + task + "/complete", Map.of("confirmed", true, "inHouseFeasible", false));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var pool = Executors.newFixedThreadPool(MANY);
        try {
            var answers = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private void awaitTasks(String key, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> jdbc.sql("select count(*) from sluice.task where key = ? and state = 'OPEN'")
                                .param(key)
                                .query(Long.class)
                                .single()
                        >= count);
    }
}
