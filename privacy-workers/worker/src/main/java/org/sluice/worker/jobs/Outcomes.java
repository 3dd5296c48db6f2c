package org.sluice.worker.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.party.WorkerFolder;

/**
 * What this worker remembers of jobs, across any kill: how they ended, and how often they were begun. No secret, no
 * identifier and no masked value is ever among it.
 */
public final class Outcomes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorkerFolder folder;

    /**
     * An end that stands: exactly one of agreement and refusal is there.
     *
     * @param receipt the text that this party has signed with the agreement; none beside a part of a run, nor beside one from before there were any
     * @param learned how many common identifiers this party knows of, whatever the agreement tells the peer
     * @param bound what the run was bound to beside its id, as in its appointment
     */
    public record Kept(
            UUID job,
            String peer,
            @Nullable Agreement agreement,
            @Nullable Notice refusal,
            @Nullable String receipt,
            @Nullable Integer learned,
            @Nullable String bound) {

        public static Kept done(
                Appointment appointment, Agreement agreement, @Nullable String receipt, @Nullable Integer learned) {
            return new Kept(
                    appointment.id(),
                    appointment.peer().name(),
                    agreement,
                    null,
                    receipt,
                    learned,
                    appointment.bound());
        }

        public static Kept refused(Appointment appointment, Notice refusal) {
            return new Kept(
                    appointment.id(), appointment.peer().name(), null, refusal, null, null, appointment.bound());
        }
    }

    public Outcomes(WorkerFolder folder) {
        this.folder = folder;
    }

    public Optional<Kept> of(UUID job) {
        Path file = folder.jobs().resolve(job + ".json");
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Kept.class)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    /** What this party has signed about a job, if that has ended here with a result. */
    public Optional<String> receiptOf(UUID job) {
        return of(job).map(Kept::receipt);
    }

    /** On the disk when this returns. */
    public void keep(Kept end) {
        try {
            WorkerFolder.write(folder.jobs().resolve(end.job() + ".json"), JSON.writeValueAsBytes(end));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Counts one more run of a job and says how many there have been. */
    public int countRun(UUID job) {
        int runs = runs(job) + 1;
        WorkerFolder.write(runsFile(job), String.valueOf(runs).getBytes(StandardCharsets.US_ASCII));
        return runs;
    }

    public int runs(UUID job) {
        try {
            return Files.exists(runsFile(job))
                    ? Integer.parseInt(Files.readString(runsFile(job)).strip())
                    : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path runsFile(UUID job) {
        return folder.jobs().resolve(job + ".runs");
    }
}
