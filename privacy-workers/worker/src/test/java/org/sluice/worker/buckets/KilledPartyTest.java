package org.sluice.worker.buckets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;

/** {@code kill -9} of either party in the middle; started again, the job goes on with the bucket it was in. */
@Timeout(180)
class KilledPartyTest {

    private static final String[] LEARNERS = {"0", "2400"};
    private static final String[] RESPONDERS = {"1600", "2400"};

    @TempDir
    Path root;

    private WorkerFolder bank;
    private WorkerFolder supplier;
    private int port;
    private Running responder;
    private Running learner;

    private record Running(Process process, BufferedReader out) {
        String said() throws IOException {
            return out.readLine();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        bank = folder("bank");
        supplier = folder("supplier");
        new Trust(bank).add(supplier.certificate(), false);
        new Trust(supplier).add(bank.certificate(), false);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        startResponder();
        startLearner();
        assertThat(learner.said()).isEqualTo("done 0");
    }

    @AfterEach
    void stop() throws InterruptedException {
        learner.kill();
        responder.kill();
    }

    @Test
    void goesOnWhenTheLearnerWasKilled() throws Exception {
        learner.kill();
        startLearner();

        assertThat(learner.said()).startsWith("done ").isNotEqualTo("done 0");
        assertRightAtTheEnd();
    }

    @Test
    void goesOnWhenTheResponderWasKilled() throws Exception {
        responder.kill();
        startResponder();

        assertRightAtTheEnd();
    }

    private void assertRightAtTheEnd() throws IOException {
        String said = learner.said();
        while (!"end".equals(said)) {
            assertThat(said).as("the learner goes on").isNotNull().isNotEqualTo("done 0");
            said = learner.said();
        }
        Ledger ledger = BucketParty.ledger(bank);
        assertThat(ledger.positions(0, BucketParty.BUCKETS))
                .isEqualTo(IntStream.range(1600, 2400).toArray());
        assertThat(ledger.attempts(0)).isEqualTo(1);
        assertThat(IntStream.range(0, BucketParty.BUCKETS).map(ledger::attempts))
                .allMatch(attempts -> attempts >= 1 && attempts <= 2);
    }

    private void startLearner() throws IOException {
        learner = start(bank, "learner", LEARNERS);
    }

    private void startResponder() throws IOException {
        responder = start(supplier, "responder", RESPONDERS);
        assertThat(responder.said()).isEqualTo("listening " + port);
    }

    private Running start(WorkerFolder folder, String role, String[] items) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BucketParty.class.getName(),
                        folder.root().toString(),
                        role,
                        String.valueOf(port),
                        items[0],
                        items[1],
                        "2400"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Running(process, process.inputReader());
    }

    private WorkerFolder folder(String party) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(party));
        Identity.create(folder, new PartyId(party), Instant.now(), new SecureRandom());
        Settings.writeTemplate(folder, "http://localhost:1/none", "127.0.0.1:0");
        return folder;
    }
}
