package org.sluice.worker.query.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluice.protocol.hidden.Meter;
import org.sluice.protocol.hidden.Toll;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.ListName;

/** What was counted stands on the disk, whatever ends the process. */
class MeterBookTest {

    private static final PartyId BANK = new PartyId("bank");
    private static final PartyId OTHER = new PartyId("bank-b");
    private static final ListName LIST = new ListName("risk");

    @TempDir
    Path root;

    @Test
    void standsOnTheDiskAtOnce() throws IOException {
        book("2026-03-01T23:59:59Z").toll(BANK, LIST, 10).takeEvaluations(8);
        assertThat(day("2026-03-01")).isEqualTo("bank risk evaluations 8\n");
        book("2026-03-01T23:59:59Z").toll(BANK, LIST, 10).takeRetrievals(1);
        assertThat(day("2026-03-01")).isEqualTo("bank risk evaluations 8\nbank risk retrievals 1\n");
    }

    @Test
    void stopsAtTheLimitOfThePeerTheListAndTheDayAlone() {
        MeterBook book = book("2026-03-01T00:00:00Z");
        book.toll(BANK, LIST, 10).takeEvaluations(8);
        Toll again = book("2026-03-01T01:00:00Z").toll(BANK, LIST, 10);
        assertThatExceptionOfType(Meter.Spent.class).isThrownBy(() -> again.takeEvaluations(8));
        again.takeEvaluations(1);
        again.takeEvaluations(1);
        assertThatExceptionOfType(Meter.Spent.class).isThrownBy(() -> again.takeEvaluations(1));
        again.takeRetrievals(8);
        book("2026-03-01T02:00:00Z").toll(OTHER, LIST, 10).takeEvaluations(8);
        book("2026-03-01T02:00:00Z").toll(BANK, new ListName("other"), 10).takeEvaluations(8);
        book("2026-03-02T00:00:00Z").toll(BANK, LIST, 10).takeEvaluations(8);
    }

    @Test
    void dropsALineThatWasCutOff() throws IOException {
        book("2026-03-01T00:00:00Z").toll(BANK, LIST, 64).takeEvaluations(8);
        Files.writeString(file("2026-03-01"), "bank risk evaluations 6", StandardOpenOption.APPEND);
        MeterBook book = book("2026-03-01T00:00:00Z");
        book.toll(BANK, LIST, 64).takeEvaluations(1);
        assertThat(day("2026-03-01")).isEqualTo("bank risk evaluations 8\nbank risk evaluations 1\n");
    }

    @Test
    void countsNothingOnAFileThatIsNotItsOwn() throws IOException {
        book("2026-03-01T00:00:00Z").toll(BANK, LIST, 64).takeEvaluations(8);
        Files.writeString(file("2026-03-01"), "bank risk evaluations many\n", StandardOpenOption.APPEND);
        MeterBook book = book("2026-03-01T00:00:00Z");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> book.toll(BANK, LIST, 64).takeEvaluations(1))
                .satisfies(problem -> assertThat(problem.notice().english()).contains("from line 2 on"));
    }

    /** Whatever stands after the last whole line is dropped only if it can be the beginning of one. */
    @Test
    void dropsNothingThatIsLongerThanALine() throws IOException {
        book("2026-03-01T00:00:00Z").toll(BANK, LIST, 64).takeEvaluations(8);
        Files.writeString(file("2026-03-01"), "x".repeat(5_000), StandardOpenOption.APPEND);
        String before = day("2026-03-01");
        MeterBook book = book("2026-03-01T00:00:00Z");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> book.toll(BANK, LIST, 64).takeEvaluations(1))
                .satisfies(problem -> assertThat(problem.notice().english()).contains("from line 2 on"));
        assertThat(day("2026-03-01")).isEqualTo(before);
    }

    @Test
    void countsForManyAtOnce() throws Exception {
        MeterBook book = book("2026-03-01T00:00:00Z");
        Toll toll = book.toll(BANK, LIST, 100);
        AtomicInteger spent = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 120; i++) {
            threads.execute(() -> {
                try {
                    toll.takeEvaluations(1);
                } catch (Meter.Spent enough) {
                    spent.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(spent).hasValue(20);
        assertThat(day("2026-03-01").lines()).hasSize(100);
    }

    @Test
    void isReportedByDayPeerAndList() {
        book("2026-03-02T00:00:00Z").toll(BANK, LIST, 100).takeEvaluations(8);
        MeterBook first = book("2026-03-01T00:00:00Z");
        first.toll(OTHER, LIST, 100).takeEvaluations(1);
        first.toll(BANK, LIST, 100).takeEvaluations(8);
        first.toll(BANK, LIST, 100).takeRetrievals(8);
        first.toll(BANK, LIST, 100).takeEvaluations(64);

        List<Map<String, Object>> lines = new ArrayList<>();
        new MeterReport(new WorkerFolder(root)).run(lines::add);
        assertThat(lines)
                .extracting(line -> List.copyOf(line.values()).toString())
                .containsExactly(
                        "[2026-03-01, bank, risk, 72, 8]",
                        "[2026-03-01, bank-b, risk, 1, 0]",
                        "[2026-03-02, bank, risk, 8, 0]");
    }

    private MeterBook book(String now) {
        return new MeterBook(root.resolve("queries/meter"), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private Path file(String day) {
        return root.resolve("queries/meter").resolve(day);
    }

    private String day(String day) throws IOException {
        return Files.readString(file(day));
    }
}
