package org.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.SigningEngine.Wanted;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.notice.NoticeCode;

/** Jobs that look a small set up in a large one: what stays between two of them, and what is made anew. */
@Timeout(120)
class LookUpOrdersTest extends TwoWorkers {

    /** Of RFC 9497's answers alone, for 40 questions, with what opens and ends a run. */
    private static final long WITHOUT_MASKS = 4_000;

    private static final int SUPPLIERS = 2_000;

    @BeforeEach
    void makeSets() {
        Parties.companies(parties.bank(), 0, 40);
        Parties.companies(parties.supplier(), 10, SUPPLIERS);
    }

    @Test
    void sendTheMasksOnceAndThenTheChangesAlone() throws IOException {
        long first = bytes(look());
        long again = bytes(look());
        byte[] key = key(Files.readAllBytes(own()));
        suppliers(20, SUPPLIERS);
        Map<String, Object> changed = look();

        assertThat(first).isGreaterThan(again + 7L * SUPPLIERS);
        assertThat(again).isLessThan(WITHOUT_MASKS);
        assertThat(bytes(changed)).isBetween(again + 1, again + 1_000);
        assertThat(changed).containsEntry("matched", (long) parties.join()).containsEntry("peerSize", (long) SUPPLIERS);
        assertThat(parties.join()).isEqualTo(20);
        assertThat(key(Files.readAllBytes(own()))).isEqualTo(key);
    }

    /** What was made and sent stands on the disk of both. */
    @Test
    void goOnWithWhatWasKeptAfterBothAreStartedAnew() {
        look();
        part();

        assertThat(bytes(look())).isLessThan(WITHOUT_MASKS);
    }

    @Test
    void fetchMasksAgainThatWereAlteredOnTheDisk() throws IOException {
        long first = bytes(look());
        Path kept = only(parties.bank().masks().resolve("peers").resolve(Parties.SUPPLIER));
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, bytes);

        Map<String, Object> again = look();

        assertThat(again).containsEntry("matched", (long) parties.join());
        assertThat(bytes(again)).isEqualTo(first);
    }

    /** The supplier's people remove the file, at a time of their choosing; or a bit of it turns on the disk. */
    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void beginUnderAnotherKeyWhereTheFileWasRemovedOrAltered(boolean removed, boolean running) throws IOException {
        long first = bytes(look());
        byte[] before = Files.readAllBytes(own());
        if (!running) {
            part();
        }
        if (removed) {
            Files.delete(own());
        } else {
            byte[] list = before.clone();
            list[list.length / 3] ^= 1;
            Files.write(own(), list);
            Files.setLastModifiedTime(own(), FileTime.from(Instant.now().minusSeconds(60)));
        }

        Map<String, Object> again = look();

        assertThat(again).containsEntry("matched", (long) parties.join());
        assertThat(bytes(again)).isEqualTo(first);
        assertThat(key(Files.readAllBytes(own()))).isNotEqualTo(key(before));
    }

    /** An older file than peers have seen: the first run finds out, and the next one works. */
    @Test
    void workAgainAfterABackupWasPutBack() throws IOException {
        look();
        byte[] backup = Files.readAllBytes(own());
        suppliers(20, SUPPLIERS);
        look();
        part();
        Files.write(own(), backup);
        suppliers(30, SUPPLIERS);

        List<Outcome> stale = looked();
        assertThat(stale.get(0)).isInstanceOf(Outcome.Failed.class);

        assertThat(look()).containsEntry("matched", (long) parties.join());
    }

    /** What a supplier's list takes is known when it says so, and refused where it never fits. */
    @Test
    void refuseAListThatNeverFits() throws IOException {
        Parties.configure(parties.bank(), "jobs.memory", 17);
        suppliers(10, 14_000);

        List<Outcome> outcomes = looked();

        assertThat(code(outcomes.get(0))).isEqualTo(NoticeCode.JOB_TOO_LARGE);
    }

    /** The large set's masks are there before the learner waits for anything. */
    @Test
    void makeTheMasksBeforeTheRun() throws IOException {
        openBoth();

        Outcome looked = one(1, wanted(UUID.randomUUID(), PrivacyStep.PREFLIGHT));

        assertThat(looked).isInstanceOf(Outcome.Done.class);
        assertThat(own()).exists();
        assertThat(parties.bank().masks()).doesNotExist();
    }

    private Map<String, Object> look() {
        List<Outcome> outcomes = looked();
        results(outcomes.get(1));
        return results(outcomes.get(0));
    }

    private List<Outcome> looked() {
        return both(wanted(UUID.randomUUID(), PrivacyStep.RUN));
    }

    private void suppliers(int from, int rows) throws IOException {
        Files.delete(parties.supplier().data().resolve("companies.csv"));
        Parties.companies(parties.supplier(), from, rows);
    }

    private Wanted wanted(UUID job, PrivacyStep what) {
        return Wanted.of(job, parties, what, PrivacyOutput.BANK_LEARNS)
                .by(PrivacyMethod.UNBALANCED, CryptoSuite.P256_SHA256);
    }

    private static long bytes(Map<String, Object> results) {
        return (Long) results.get("bytes");
    }

    private Path own() throws IOException {
        return only(parties.supplier().masks().resolve("own"));
    }

    /** As {@code KeptList} writes it. */
    private static byte[] key(byte[] list) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(list));
        in.readUTF();
        return in.readNBytes(in.readInt());
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((a, b) -> {
                        throw new AssertionError(folder + " holds " + a + " and " + b);
                    })
                    .orElseThrow();
        }
    }
}
