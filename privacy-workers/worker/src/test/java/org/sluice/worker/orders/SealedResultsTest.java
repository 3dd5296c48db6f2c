package org.sluice.worker.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

/** A purge that comes while another step of the job is under way. */
class SealedResultsTest {

    private static final byte[] ROWS = "uscc\n91990000\n".getBytes(StandardCharsets.US_ASCII);
    private static final String TRANSCRIPT = "0".repeat(64);

    private final UUID job = UUID.randomUUID();
    private final UUID step = UUID.randomUUID();

    @TempDir
    private Path root;

    private WorkerFolder folder;
    private SealedResults results;

    @BeforeEach
    void open() {
        folder = WorkerFolder.create(root.resolve("bank"));
        results = new SealedResults(folder, new SecureRandom());
    }

    @Test
    void openWhatWasSealedForTheSameRunAndNoOther() {
        results.seal(job, step, TRANSCRIPT, ROWS);

        assertThat(results.open(job, step, TRANSCRIPT)).hasValue(ROWS);
        assertThat(results.open(job, step, "1".repeat(64))).isEmpty();
    }

    @Test
    void sealNothingOfARunThatWasUnderWayWhenTheJobWasPurged() throws IOException {
        results.purge(job);

        assertPurged(() -> results.seal(job, step, TRANSCRIPT, ROWS));

        try (var left = Files.list(folder.results().resolve(job.toString()))) {
            assertThat(left).extracting(each -> each.getFileName().toString()).containsExactly("purged");
        }
    }

    @Test
    void releaseNothingThatWasPurgedAfterItWasOpened() {
        results.seal(job, step, TRANSCRIPT, ROWS);
        byte[] opened = results.open(job, step, TRANSCRIPT).orElseThrow();
        results.purge(job);

        assertPurged(() -> results.release(job, opened));

        assertThat(folder.released().resolve(job + ".csv")).doesNotExist();
    }

    private static void assertPurged(ThrowingCallable step) {
        assertThat(catchThrowableOfType(Problem.class, step).notice().code()).isEqualTo(NoticeCode.JOB_PURGED);
    }
}
