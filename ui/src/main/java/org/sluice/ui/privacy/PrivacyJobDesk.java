package org.sluice.ui.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluice.process.CaseId;
import org.sluice.process.LocalText;
import org.sluice.process.Page;
import org.sluice.process.Role;
import org.sluice.process.access.Purpose;
import org.sluice.process.privacy.CryptoSuite;
import org.sluice.process.privacy.PartyState;
import org.sluice.process.privacy.PrivacyJobForm;
import org.sluice.process.privacy.PrivacyJobState;
import org.sluice.process.privacy.PrivacyMethod;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.process.privacy.StopPrivacyJob;
import org.sluice.ui.privacy.MatchTestDesk.Progress;

/** Asking for a privacy job, seeing what each waits for, watching one at both parties, and stopping it. */
public interface PrivacyJobDesk {

    /** A code with its words. */
    record Option(String code, LocalText label) {}

    /**
     * A data set that a party's worker says it holds; {@code handle} is {@code name@version}.
     *
     * @param valued whether a value stands beside each identifier, which can be summed up
     */
    record DataSet(String handle, String name, long rows, boolean valued, Instant registeredAt) {}

    record Partner(String code, LocalText name, List<DataSet> dataSets) {}

    /**
     * What a request can say.
     *
     * @param units those for which the person asks
     * @param bankDataSets empty also where the bank has no worker
     * @param partners those that have a worker
     */
    record Choices(List<Option> units, List<DataSet> bankDataSets, List<Partner> partners) {}

    record Receipt(CaseId caseId, String number) {}

    /** For what a job waits. */
    enum Cause {
        /** The house itself goes on with it. */
        HOUSE,
        /** A person in the role that is named. */
        APPROVAL,
        /** The worker of the party that is named has not fetched its order. */
        WORKER,
        /** The worker of the party that is named says why it waits. */
        WORKER_SAYS,
        /** Nothing: both parties are at it. */
        COMPUTING,
        /** An operator: the worker of the party that is named has given up. */
        OPERATOR,
        /** A privacy engineer who settles what went wrong. */
        SETTLEMENT,
        /** A privacy engineer other than the requester who releases the result. */
        RELEASE,
        /** The day on which the result is purged. */
        PURGE,
        /** It has ended. */
        NOTHING
    }

    /**
     * @param role of whom an approval is awaited
     * @param party whose worker it is
     * @param says the worker's own words
     */
    record Waits(
            Cause cause,
            @Nullable Role role,
            @Nullable LocalText party,
            @Nullable LocalText says) {}

    /**
     * One line of the queue.
     *
     * @param method null until the house has chosen
     */
    record JobRow(
            CaseId caseId,
            String number,
            LocalText unit,
            LocalText partner,
            String bankDataSet,
            String partnerDataSet,
            Purpose purpose,
            PrivacyOutput output,
            @Nullable PrivacyMethod method,
            @Nullable CryptoSuite suite,
            PrivacyJobState state,
            Waits waits,
            Instant requestedAt,
            @Nullable Instant endedAt) {}

    /**
     * What a party's worker has reported of a step; what it does not say of this step is null.
     *
     * @param ownSize distinct identifiers of its own set
     * @param expectedSeconds what it expects of the run, with {@code expectedMebibytes}
     * @param matched null also where the party may not tell
     * @param bytes over the line, both directions
     * @param runs begun for the job, those that broke off included
     * @param resultRows of the file that was released
     * @param resultDigest SHA-256 of that file, in lower-case hex
     * @param resultSum what the party's own values of the common identifiers add up to, once it is released
     */
    record Report(
            @Nullable Long ownSize,
            @Nullable Double expectedSeconds,
            @Nullable Long expectedMebibytes,
            @Nullable Long peerSize,
            @Nullable Long matched,
            @Nullable Long bytes,
            @Nullable Double seconds,
            @Nullable Long runs,
            @Nullable String transcriptHash,
            @Nullable Long resultRows,
            @Nullable String resultDigest,
            @Nullable Long resultSum) {}

    /** Of a run that is shared by a party's workers: ranges of buckets that are done, of how many. */
    record Ranges(int done, int all) {}

    /**
     * One party's part in a step.
     *
     * @param ranges null where the step is not shared by several tasks
     * @param says what its worker says: why it waits, refuses, or has failed
     * @param receipt as the party signed it; what {@code sluice-worker verify-receipts} reads
     */
    record Side(
            LocalText party,
            PartyState state,
            @Nullable Ranges ranges,
            @Nullable Progress progress,
            @Nullable LocalText says,
            @Nullable Report report,
            @Nullable String receipt) {}

    /** One step that was ordered of both parties. */
    record Step(
            UUID id,
            PrivacyStep what,
            Instant orderedAt,
            @Nullable Instant endedAt,
            Instant deadline,
            Side bank,
            Side partner) {}

    /** What a line was measured to carry, in megabits a second, the slower direction. */
    record Line(double megabits, Instant measuredAt) {}

    /** What a rule found, at which stage is the rule's own business. */
    record Finding(String rule, Weight weight, LocalText text, LocalText remedy) {}

    /** What a finding means for the job; to waive is for whoever the rule names, with a reason. */
    enum Weight {
        FORBIDS,
        FORBIDS_UNLESS_WAIVED,
        WAIVED,
        NOTES
    }

    record Approval(
            Role role,
            boolean given,
            @Nullable LocalText person,
            @Nullable String comment) {}

    /**
     * One job.
     *
     * @param reason what the result is wanted for
     * @param bankLearns what the bank will know afterwards that it did not know, in one sentence
     * @param partnerLearns the same of the other party
     * @param assumption against whom the method holds, in one sentence
     * @param line between both parties, if it was measured of late; else it counts as fast
     * @param steps in the order in which they were ordered
     * @param receiptsAgree null before both have signed
     * @param trouble what went wrong, where somebody must settle it or it came to nothing
     * @param purgeAt when what was released is purged
     */
    record Job(
            JobRow row,
            String reason,
            int keepDays,
            LocalText bankLearns,
            LocalText partnerLearns,
            LocalText assumption,
            @Nullable Line line,
            List<Finding> findings,
            List<Approval> approvals,
            List<Step> steps,
            @Nullable Boolean receiptsAgree,
            @Nullable LocalText trouble,
            @Nullable Instant purgeAt,
            boolean mayStop) {}

    /** Whether the person may ask for a job. */
    boolean mayRequest();

    /** @throws org.sluice.process.NotPermitted when the person asks for no unit */
    Choices choices();

    /** Opens the case of a job; sent twice with the same key it is one. */
    Receipt request(PrivacyJobForm form, String idempotencyKey);

    /**
     * Jobs of units that the person sees, those that are open first, then newest first.
     *
     * @param text in number, partner or data set
     */
    Page<JobRow> jobs(@Nullable String text, @Nullable PrivacyJobState state, int offset, int limit);

    /** Empty where the case is no privacy job. */
    Optional<Job> job(CaseId caseId);

    /**
     * Tells of every change of the case's job from now on, on a thread of its own, with what {@link #job} says then.
     *
     * @return ends the watch
     */
    Runnable watch(CaseId caseId, Consumer<Job> moved);

    /** Stops it wherever it stands; both parties purge what they hold of it. */
    void stop(CaseId caseId, StopPrivacyJob body);
}
