package org.sluice.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluice.privacy.MatchTestStage.BANK;
import static org.sluice.privacy.MatchTestStage.token;

import java.util.UUID;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.sluice.privacy.MatchTestStage;
import org.sluice.privacy.MatchTests;
import org.sluice.privacy.WorkerParties;
import org.sluice.process.CaseId;
import org.sluice.support.Intakes;
import org.sluice.worker.contract.ExternalTaskExchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The real engine answers as the worker's tests let their engine answer. */
@DoorTest
class ExternalTaskExchangeTest {

    @LocalServerPort
    private int port;

    @Autowired
    private MatchTests tests;

    @Autowired
    private WorkerParties parties;

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

    @Test
    void goesAsItMust() {
        var stage = new MatchTestStage(jdbc, tests, parties, engine, tasks, transactions);
        stage.enrol();
        var caseId = CaseId.of(intakes.submitted());

        try {
            assertThat(ExternalTaskExchange.with(new Real(stage, caseId)))
                    .containsExactlyElementsOf(ExternalTaskExchange.ANSWERS);
        } finally {
            stage.clear(caseId);
        }
    }

    private final class Real implements ExternalTaskExchange.Engine {

        private final MatchTestStage stage;
        private final CaseId caseId;
        private int attempts;
        private UUID job = new UUID(0, 0);

        Real(MatchTestStage stage, CaseId caseId) {
            this.stage = stage;
            this.caseId = caseId;
        }

        @Override
        public String url() {
            return "http://127.0.0.1:" + port + "/engine-rest";
        }

        @Override
        public String authorization() {
            return "Bearer " + token(BANK);
        }

        @Override
        public String workerName() {
            return "worker-of-bank";
        }

        @Override
        public void offer() {
            attempts++;
            job = stage.order(caseId, "turn " + attempts);
        }

        @Override
        public void cancel() {
            engine.deleteProcessInstance(stage.task(job, BANK).getProcessInstanceId(), "cancelled");
        }
    }
}
