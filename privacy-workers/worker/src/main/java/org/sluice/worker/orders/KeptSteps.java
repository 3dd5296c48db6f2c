package org.sluice.worker.orders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.party.WorkerFolder;

/** How the steps ended that are no runs: {@code jobs/<step>.step.json}. A run's end is kept where its peer can ask for it. */
record KeptSteps(WorkerFolder folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The end of one step: what it reports of itself, or the refusal.
     *
     * @param order hash of the order that was carried out
     */
    record Kept(
            UUID step,
            String order,
            @Nullable Notice refusal,
            @Nullable Long ownSize,
            @Nullable Double expectedSeconds,
            @Nullable Long expectedMebibytes,
            @Nullable String digest,
            @Nullable Long rows) {

        static Kept refused(OrderTask task, Notice refusal) {
            return new Kept(task.step(), task.hash(), refusal, null, null, null, null, null);
        }

        static Kept looked(OrderTask task, int ownSize, Estimate estimate) {
            return new Kept(
                    task.step(),
                    task.hash(),
                    null,
                    (long) ownSize,
                    estimate.seconds(),
                    estimate.mebibytes(),
                    null,
                    null);
        }

        static Kept released(OrderTask task, byte[] rows) {
            return new Kept(task.step(), task.hash(), null, null, null, null, ResultRows.digest(rows), (long)
                    ResultRows.count(rows));
        }

        static Kept nothing(OrderTask task) {
            return new Kept(task.step(), task.hash(), null, null, null, null, null, null);
        }

        Outcome outcome() {
            if (refusal != null) {
                return new Outcome.Refused(refusal);
            }
            Map<String, Object> results = new HashMap<>();
            put(results, PrivacyOrderTopic.OWN_SIZE.name(), ownSize);
            put(results, PrivacyOrderTopic.EXPECTED_SECONDS.name(), expectedSeconds);
            put(results, PrivacyOrderTopic.EXPECTED_MIB.name(), expectedMebibytes);
            put(results, PrivacyOrderTopic.RESULT_DIGEST.name(), digest);
            put(results, PrivacyOrderTopic.RESULT_ROWS.name(), rows);
            return new Outcome.Done(results);
        }

        private static void put(Map<String, Object> results, String name, @Nullable Object value) {
            if (value != null) {
                results.put(name, value);
            }
        }
    }

    Optional<Kept> of(UUID step) {
        Path file = file(step);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Kept.class)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    /** On the disk when this returns. */
    Outcome keep(Kept end) {
        try {
            WorkerFolder.write(file(end.step()), JSON.writeValueAsBytes(end));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return end.outcome();
    }

    private Path file(UUID step) {
        return folder.jobs().resolve(step + ".step.json");
    }
}
