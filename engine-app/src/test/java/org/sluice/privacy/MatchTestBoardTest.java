package org.sluice.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.SUPPLIER;
import static org.sluice.privacy.MatchTestStage.figures;

import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluice.process.CaseId;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;
import org.sluice.support.Api;
import org.sluice.support.HouseTest;
import org.sluice.support.Intakes;
import org.sluice.support.Jobs;
import org.sluice.support.People;
import org.sluice.ui.privacy.MatchTestDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Whoever sees a case sees its match tests, and is told when they move. */
@HouseTest
class MatchTestBoardTest {

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

    @Autowired
    private PartyProgress progress;

    @Autowired
    private MatchTestDesk desk;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private ExternalTaskService tasks;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Intakes intakes;

    @Autowired
    private Api api;

    @Autowired
    private People people;

    @Autowired
    private Jobs jobs;

    private MatchTestStage stage;
    private CaseId caseId;
    private UUID job;

    @BeforeEach
    void order() {
        stage = new MatchTestStage(jdbc, tests, parties, engine, tasks, transactions);
        stage.enrol();
        caseId = CaseId.of(intakes.submitted());
        job = stage.order(caseId, "first");
    }

    @AfterEach
    void clear() {
        stage.clear(caseId);
    }

    @Test
    void showsWhoIsHowFar() {
        var task = stage.task(job, BANK).getId();
        assertThat(bank().state()).isEqualTo(PartyState.WAITING);
        tasks.lock(task, "worker-of-bank", 20_000);
        assertThat(bank().state()).isEqualTo(PartyState.FETCHED);

        progress.tell(BANK, task, new PartyWork.Report(MatchTestStep.HASHING, 5_000, 20_000, 365_000, null));

        assertThat(bank().state()).isEqualTo(PartyState.RUNNING);
        assertThat(bank().progress()).isNotNull().satisfies(at -> {
            assertThat(at.step()).isEqualTo(MatchTestStep.HASHING);
            assertThat(at.done()).isEqualTo(5_000);
        });
        assertThat(bank().dataSet()).isEqualTo("companies");
        tasks.complete(task, "worker-of-bank", figures(BANK, 20_000, 50_000, 12_600));
        jobs.run();
        assertThat(bank().state()).isEqualTo(PartyState.DONE);
        assertThat(bank().figures()).isNotNull();
    }

    private MatchTestDesk.Side bank() {
        return people.as("audit", () -> desk.matchTests(caseId)).get(0).bank();
    }

    @Test
    void tellsWhoeverWatches() {
        var told = new ConcurrentLinkedQueue<MatchTestState>();
        var stop = people.as(
                "audit", () -> desk.watch(caseId, moved -> told.add(moved.get(0).state())));
        var task = stage.task(job, SUPPLIER).getId();

        progress.tell(SUPPLIER, task, new PartyWork.Report(MatchTestStep.HASHING, 1, 2, 3, null));
        assertThat(told).containsExactly(MatchTestState.RUNNING);

        stop.run();
        progress.tell(SUPPLIER, task, new PartyWork.Report(MatchTestStep.MASKING, 1, 2, 3, null));
        assertThat(told).hasSize(1);
    }

    @Test
    void isOpenToWhoeverSeesTheCaseAndToNobodyElse() {
        var path = "/cases/" + caseId + "/match-tests";

        var seen = api.read("audit", path).ok();
        assertThat(seen).hasSize(1);
        assertThat(seen.at("/0/supplier/party/en").asText()).isEqualTo("Supplier A");
        assertThat(seen.at("/0/agree").asBoolean(true)).isFalse();
        api.read("business-requester", path).ok();
        api.read("br01-business-owner", path).refused(403);
        api.read("supplier-contact", path).refused(403);
        api.read("audit", "/cases/" + UUID.randomUUID() + "/match-tests").refused(404);
    }
}
