package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.contract.ExternalTaskExchange;

/** The tests' engine answers as the real one does, which is asked the same in engine-app. */
class EngineServerTest {

    @Test
    void answersAsTheRealEngineDoes() throws IOException {
        try (var server = new EngineServer()) {
            assertThat(ExternalTaskExchange.with(new Imitated(server)))
                    .containsExactlyElementsOf(ExternalTaskExchange.ANSWERS);
        }
    }

    private static final class Imitated implements ExternalTaskExchange.Engine {

        private final EngineServer server;
        private EngineServer.Task last;

        Imitated(EngineServer server) {
            this.server = server;
        }

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public String authorization() {
            return "Bearer anything";
        }

        @Override
        public String workerName() {
            return "worker-of-bank";
        }

        @Override
        public void offer() {
            last = server.add(
                    "bank",
                    MatchTestTopic.NAME,
                    Map.of(
                            MatchTestTopic.ROLE.name(),
                            MatchTestTopic.LEARNER,
                            MatchTestTopic.LEAST_SET.name(),
                            1000L,
                            MatchTestTopic.DEADLINE.name(),
                            Date.from(Instant.now()),
                            MatchTestTopic.GROUP.name(),
                            "curve25519"));
        }

        @Override
        public void cancel() {
            server.cancel(last);
        }
    }
}
