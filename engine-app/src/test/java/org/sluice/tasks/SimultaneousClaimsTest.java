package org.sluice.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is too late hears so; nobody ever hears that the house broke. */
@HouseTest
class SimultaneousClaimsTest {

    private static final int ROUNDS = 15;

    @Autowired
    private Api api;

    @Autowired
    private Intakes intakes;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService engine;

    @Test
    void ofTwoPeopleOneWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var task = intakes.task(intakes.submitted()).get("id").asText();

            var answers = atOnce(List.of(
                    () -> claim("business-owner", task),
                    () -> claim("business-owner-2", task),
                    () -> claim("business-owner", task),
                    () -> claim("business-owner-2", task)));

            assertThat(answers).containsOnly(200, 409).contains(200);
        }
    }

    @Test
    void andTheTimerThatClosesTheCaseTheClaimIsThereBeforeOrTooLate() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var caseId = intakes.submitted();
            var task = intakes.task(caseId).get("id").asText();
            var timer = closingTimer(caseId);

            var answers = atOnce(List.of(
                    () -> closes(timer) ? 0 : 1,
                    () -> claim("business-owner", task),
                    () -> claim("business-owner", task)));

            assertThat(answers.subList(1, 3)).isSubsetOf(200, 409);
        }
    }

    private int claim(String person, String task) {
        return api.write(person, "/tasks/" + task + "/claim", Map.of()).status();
    }

    private String closingTimer(String caseId) {
        var instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
        return engine.createJobQuery()
                .processInstanceId(instance.getId())
                .activityId("ownerSilent")
                .singleResult()
                .getId();
    }

    /** The job executor would try a job again that was overtaken. */
    private boolean closes(String timer) {
        try {
            engine.executeJob(timer);
            return true;
        } catch (OptimisticLockingException e) {
            return false;
        }
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var pool = Executors.newFixedThreadPool(calls.size());
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
}
