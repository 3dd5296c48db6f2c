package org.sluice.worker.orders;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.buckets.BucketPlan;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Admission;
import org.sluice.worker.jobs.Encounters;
import org.sluice.worker.jobs.Groups;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.jobs.Receipts;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.masks.OwnLists;
import org.sluice.worker.masks.PeersMasks;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.EngineKey;
import org.sluice.worker.party.WorkerFolder;

/** What a worker carries out orders with; one for both kinds of their tasks, since they write into one folder. */
public final class Means {

    private final WorkerFolder folder;
    private final Admission admission;
    private final Encounters encounters;
    private final Receipts receipts;
    private final Techniques techniques;
    private final SealedResults results;
    private final OwnLists ownLists;
    private final PeersMasks peersMasks;

    public Means(
            WorkerFolder folder,
            Admission admission,
            Encounters encounters,
            Groups groups,
            Receipts receipts,
            SecureRandom random) {
        this.folder = folder;
        this.admission = admission;
        this.encounters = encounters;
        this.receipts = receipts;
        this.techniques = new Techniques(groups, random);
        this.results = new SealedResults(folder, random);
        this.ownLists = new OwnLists(folder, random);
        this.peersMasks = new PeersMasks(folder);
    }

    /** Of memory that stands whatever jobs are under way. */
    public long bytes() {
        return ownLists.bytes();
    }

    WorkerFolder folder() {
        return folder;
    }

    Encounters encounters() {
        return encounters;
    }

    Outcomes outcomes() {
        return encounters.outcomes();
    }

    Receipts receipts() {
        return receipts;
    }

    Techniques techniques() {
        return techniques;
    }

    SealedResults results() {
        return results;
    }

    LookUpRun lookUp(OrderTask task, DataSet set) {
        return new LookUpRun(
                task, set, ownLists, peersMasks, encounters.rendezvous().room());
    }

    Optional<EngineKey> engineKey() {
        return EngineKey.of(folder);
    }

    Instant now() {
        return receipts.clock().instant();
    }

    /** Identifiers up to which this party runs in one piece. */
    int bucket() {
        return encounters.settings().bucket();
    }

    /** What the run's own task does of it; how often that begins is counted where it meets its peer. */
    BucketWork buckets(OrderTask task, DataSet set) {
        return buckets(task, set, Range.WHOLE, () -> true);
    }

    /** What a range does of it: a step is one more begin of the job, whichever range is the first. */
    BucketWork buckets(OrderTask task, DataSet set, Range range) {
        return buckets(
                task,
                set,
                range,
                () -> outcomes().countRun(task.rangedJob())
                        <= encounters.settings().runs());
    }

    private BucketWork buckets(OrderTask task, DataSet set, Range range, BooleanSupplier begins) {
        return new BucketWork(
                task,
                set,
                range,
                results,
                techniques.random(),
                encounters.settings().runs(),
                begins);
    }

    /** Keeps the party's other workers from a range, as long as it is held; empty where one of them has it. */
    Optional<RangeHold> hold(OrderTask task, Range range) {
        return RangeHold.of(folder.jobs().resolve(task.appointment(range).id() + ".lock"));
    }

    /**
     * What is to be purged is purged, however late; nothing else is.
     *
     * @throws Problem if the order is no longer valid, or its job was purged here
     */
    void requireLive(OrderTask task) {
        PrivacyOrder order = task.order();
        if (order.what() == PrivacyStep.PURGE) {
            return;
        }
        if (now().isAfter(order.validTo())) {
            throw new Problem(NoticeCode.ORDER_EXPIRED, order.validTo());
        }
        if (results.isPurged(task.job())) {
            throw new Problem(NoticeCode.JOB_PURGED, task.job());
        }
    }

    /** @throws Problem if this side must not, or cannot, compute on the set that the order names */
    DataSet admitted(OrderTask task) {
        PrivacyOrder order = task.order();
        boolean sum = order.output() == PrivacyOutput.SUM;
        int least = encounters.settings().leastGroup();
        if (sum && order.leastGroup() < least) {
            throw new Problem(NoticeCode.TERMS_TOO_WIDE, "leastGroup", order.leastGroup(), least);
        }
        DataSet set = admission.admit(task.peer(), task.data(), order.leastSet(), order.greatestSet());
        if (sum && task.role() == Role.LEARNER && set.values().isEmpty()) {
            throw new Problem(NoticeCode.VALUES_MISSING, task.data().name());
        }
        return set;
    }

    /**
     * What a run of the order takes here, be it of all its buckets or of some: one is in hand at a time. While masks are to be
     * made for it, what making them takes.
     *
     * @throws Problem if this worker never has room for it
     */
    Need need(OrderTask task, Computation computation, DataSet set) {
        int buckets = BucketPlan.bucketsFor(
                set.size(), set.size(), bucket(), task.order().greatestSet());
        Need need;
        if (computation instanceof Computation.Rows && buckets > 1) {
            need = Need.divided(computation.method(), set.size(), new BucketPlan(set.size(), buckets).capacity());
        } else if (computation instanceof Computation.LookUp lookUp) {
            need = lookUp(task, set).need(lookUp);
        } else {
            need = Need.of(computation.method(), set.size());
        }
        encounters.rendezvous().room().check(need);
        return need;
    }

    /** @throws Problem in place of a failed write, if that has failed because the job was purged meanwhile */
    Outcome unlessPurged(OrderTask task, Supplier<Outcome> run) {
        try {
            return run.get();
        } catch (UncheckedIOException noPlace) {
            if (results.isPurged(task.job())) {
                throw new Problem(NoticeCode.JOB_PURGED, task.job());
            }
            throw noPlace;
        }
    }
}
