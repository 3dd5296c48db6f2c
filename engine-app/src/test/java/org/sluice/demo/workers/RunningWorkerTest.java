package org.sluice.demo.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real workers in folders of their own, without an engine: made, started, killed, back again, ended. */
class RunningWorkerTest {

    private static final String NO_ENGINE = "http://127.0.0.1:9/engine-rest";

    private final WorkerProgram program = WorkerProgram.find().orElseThrow();

    @TempDir
    private Path folders;

    @Test
    void isBackAfterItWasKilledAndEndsWithTheHouse() throws IOException, InterruptedException {
        var home = furnished("bank");
        home.settle(NO_ENGINE, Set.of());
        try (var worker = new RunningWorker(program, home)) {
            var first = present(worker);
            first.destroyForcibly();
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() ->
                            !present(worker).equals(first) && present(worker).isAlive());
            var second = present(worker);
            worker.close();
            assertThat(second.isAlive()).isFalse();
        }
    }

    @Test
    void takesAFolderOverAsItIsButNoAddressThatAnotherOneHas() throws IOException, InterruptedException {
        var home = furnished("bank");
        var peer = furnished("sup-00001");
        home.trusts(program, peer);
        var identity = Files.readString(folders.resolve("bank/identity/party.crt"));
        var address = home.settle(NO_ENGINE, Set.of());

        home.furnish(program, "companies", 200, 0);
        home.trusts(program, peer);

        assertThat(folders.resolve("bank/identity/party.crt")).hasContent(identity);
        assertThat(home.settle(NO_ENGINE, Set.of())).isEqualTo(address);
        assertThat(peer.settle(NO_ENGINE, Set.of(address))).isNotEqualTo(address);
        assertThat(folders.resolve("bank/worker.properties")).content().contains("engine.url=" + NO_ENGINE, "listen=");
    }

    @Test
    void writesATokenThatOnlyItsOwnerReads() throws IOException, InterruptedException {
        var home = furnished("bank");
        var token = home.token(new SecureRandom());

        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(folders.resolve("bank/engine-credential")).hasContent("Bearer " + token);
        assertThat(Files.getPosixFilePermissions(folders.resolve("bank/engine-credential")))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(home.token(new SecureRandom())).isNotEqualTo(token);
    }

    private WorkerHome furnished(String party) throws IOException, InterruptedException {
        var home = new WorkerHome(folders.resolve(party), party);
        home.furnish(program, "companies", 200, 0);
        return home;
    }

    private static ProcessHandle present(RunningWorker worker) {
        return Awaitility.await().atMost(30, TimeUnit.SECONDS).until(worker::present, Objects::nonNull);
    }
}
