package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.protocol.psi.Method;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;

/**
 * What a run is said to need, against virtual machines that have no more: two processes over mutual TLS, as {@code bench}
 * measures them. With the whole need both come to their end; with two fifths of it the learner, who needs more, does not.
 */
@Timeout(600)
class HeapNeedTest {

    /** A party of a bench that computes on nothing, in MiB: measured 15. */
    private static final long BARE = 16;

    private static final long PLENTY = 512;

    /** Bytes that a learner is said to need for one. */
    private static final long MASK = 80;

    /** What the virtual machine answers where an allocation fails. */
    private static final int OUT_OF_MEMORY = 3;

    @TempDir
    Path root;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void meet() {
        WorkerFolder bank = folder("bank");
        WorkerFolder supplier = folder("supplier");
        new Trust(bank).add(supplier.certificate(), false);
        new Trust(supplier).add(bank.certificate(), false);
    }

    @AfterEach
    void part() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @CsvSource({
        "ecdh/v1, ecdh-curve25519",
        "ecdh-sum/v1, sum",
        "kkrt16/v1, kkrt16",
        "rr22/v1, rr22",
        "rr22-malicious/v1, rr22-malicious"
    })
    void isEnoughAndNotMuchMoreThanThat(String technique, String contest) throws Exception {
        int size = 1 << 16;
        long enough = BARE + Need.of(new Method(technique, ""), size).mebibytes();

        assertThat(learnersEnd(contest, size, enough, enough)).isZero();
        assertThat(learnersEnd(contest, size, enough * 2 / 5, PLENTY)).isEqualTo(OUT_OF_MEMORY);
    }

    /** Who answers holds the large set and who asks its masks. */
    @Test
    void isEnoughForALookUpAtBothParties() throws Exception {
        int size = 1 << 18;
        long responders = BARE + Need.of(new Method("unbalanced/v1", ""), size).mebibytes();
        long learners = BARE + Need.lookUp(1000, size * MASK).mebibytes();

        assertThat(learnersEnd("unbalanced", size, learners, responders)).isZero();
        Process pressed = party("unbalanced", "RESPONDER", "supplier", size, responders * 2 / 5, 1);
        assertThat(pressed.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(pressed.exitValue()).isEqualTo(OUT_OF_MEMORY);
    }

    private int learnersEnd(String contest, int size, long learners, long responders) throws Exception {
        Process responder = party(contest, "RESPONDER", "supplier", size, responders, 1);
        try (BufferedReader said = responder.inputReader()) {
            int port = Integer.parseInt(said.readLine().replaceAll("\\D", ""));
            Process learner = party(contest, "LEARNER", "bank", size, learners, port);
            learner.getInputStream().readAllBytes();
            if (!learner.waitFor(5, TimeUnit.MINUTES)) {
                throw new AssertionError("The learner does not end");
            }
            return learner.exitValue();
        } finally {
            responder.destroyForcibly().waitFor();
        }
    }

    private Process party(String contest, String role, String folder, int size, long mebibytes, int port)
            throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-XX:+UseG1GC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.sluice.worker.WorkerMain",
                        "bench-party",
                        root.resolve(folder).toString(),
                        "--protocol",
                        contest,
                        "--role",
                        role,
                        "--size",
                        String.valueOf(size),
                        "--rounds",
                        "1",
                        "--provider",
                        "auto",
                        "--peer",
                        "127.0.0.1:" + port)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private WorkerFolder folder(String party) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(party));
        Identity.create(folder, new PartyId(party), Instant.now(), new SecureRandom());
        Settings.writeTemplate(folder, "http://localhost:1/none", "127.0.0.1:0");
        return folder;
    }
}
