package org.sluice.ui.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.privacy.MatchTestState;
import org.sluice.process.privacy.MatchTestStep;
import org.sluice.process.privacy.PartyState;

/** The match tests of a case, for whoever sees the case. */
public interface MatchTestDesk {

    /**
     * How far a party's worker is.
     *
     * @param bytes over the line so far, both directions
     */
    record Progress(MatchTestStep step, long done, long total, long bytes, Instant at) {}

    /**
     * What a party's worker has reported at the end.
     *
     * @param matchRate {@code matched} over {@code ownSize}, from 0 to 1
     * @param runs begun for the test, those that broke off included
     */
    record Figures(
            long ownSize,
            long peerSize,
            long matched,
            double matchRate,
            long bytes,
            double seconds,
            long runs,
            String transcriptHash) {}

    /**
     * One party's part.
     *
     * @param dataSet its name; the data itself is nobody's here
     * @param says what its worker says: why it waits, refuses, or has failed
     * @param receipt as the party signed it; what {@code sluice-worker verify-receipts} reads
     */
    record Side(
            LocalText party,
            String dataSet,
            PartyState state,
            @Nullable Progress progress,
            @Nullable LocalText says,
            @Nullable Figures figures,
            @Nullable String receipt) {}

    /**
     * One test.
     *
     * @param deadline until when a worker waits for its peer
     * @param leastSet fewest identifiers that either side may bring
     * @param agree both have answered, and tell the same; only then their figures mean anything
     * @param disagreement why the answers are no result, if they are none
     * @param receiptsAgree null before both have signed
     */
    record MatchTest(
            UUID job,
            MatchTestState state,
            Instant orderedAt,
            @Nullable Instant endedAt,
            Instant deadline,
            long leastSet,
            Side bank,
            Side supplier,
            boolean agree,
            @Nullable LocalText disagreement,
            @Nullable Boolean receiptsAgree) {}

    /** In the order in which they were ordered. */
    List<MatchTest> matchTests(CaseId caseId);

    /**
     * Tells of every change of the case's tests from now on, on a thread of its own, with what {@link #matchTests} says
     * then.
     *
     * @return ends the watch
     */
    Runnable watch(CaseId caseId, Consumer<List<MatchTest>> moved);
}
