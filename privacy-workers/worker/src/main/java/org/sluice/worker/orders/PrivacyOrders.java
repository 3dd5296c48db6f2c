package org.sluice.worker.orders;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Var;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.buckets.BucketPlan;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Admission;
import org.sluice.worker.jobs.Encounters;
import org.sluice.worker.jobs.Groups;
import org.sluice.worker.jobs.Job;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcomes;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.Receipts;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.EngineKey;
import org.sluice.worker.party.WorkerFolder;

/**
 * Carries out one step of a privacy job, as the engine's signed order says. An order that is not the engine's, is changed,
 * or is another party's is refused and leaves nothing; one that is refused for another reason stays refused.
 */
public final class PrivacyOrders implements Job {

    private final WorkerFolder folder;
    private final Admission admission;
    private final Encounters encounters;
    private final Outcomes outcomes;
    private final Receipts receipts;
    private final Techniques techniques;
    private final SealedResults results;
    private final KeptSteps steps;

    public PrivacyOrders(
            WorkerFolder folder,
            Admission admission,
            Encounters encounters,
            Groups groups,
            Receipts receipts,
            SecureRandom random) {
        this.folder = folder;
        this.admission = admission;
        this.encounters = encounters;
        this.outcomes = encounters.outcomes();
        this.receipts = receipts;
        this.techniques = new Techniques(groups, random);
        this.results = new SealedResults(folder, random);
        this.steps = new KeptSteps(folder);
    }

    /** The step by which a job has run last in this folder; what was kept of it stands under that id. */
    public static Optional<UUID> runOf(UUID job, WorkerFolder folder, SecureRandom random) {
        return new SealedResults(folder, random).run(job);
    }

    @Override
    public String topic() {
        return PrivacyOrderTopic.NAME;
    }

    @Override
    public String refused() {
        return PrivacyOrderTopic.REFUSED;
    }

    @Override
    public List<String> inputs() {
        return PrivacyOrderTopic.INPUT.stream().map(Var::name).toList();
    }

    @Override
    public Outcome run(Map<String, Object> variables, Progress progress) {
        OrderTask task;
        try {
            task = OrderTask.read(variables, EngineKey.of(folder));
            encounters.rendezvous().checkIsFor(task.own());
        } catch (Problem wrong) {
            // Not kept: it need not come from the engine, and who sends it shall not settle a step of another.
            return new Outcome.Refused(wrong.notice());
        }
        return before(task).orElseGet(() -> begin(task, progress));
    }

    /** What was kept for the step; and a refusal where that was another order. */
    private Optional<Outcome> before(OrderTask task) {
        Optional<Kept> run = outcomes.of(task.step());
        if (run.isPresent()) {
            // this party may have been killed between the end and that
            results.forgetBuckets(task.job(), task.step());
            return Optional.of(
                    isOf(task, run.get().bound())
                            ? RunStep.outcome(task, run.get(), outcomes.runs(task.job()))
                            : taken(task));
        }
        return steps.of(task.step()).map(kept -> isOf(task, kept.order()) ? kept.outcome() : taken(task));
    }

    private static boolean isOf(OrderTask task, @Nullable String order) {
        return task.hash().equals(order);
    }

    private static Outcome taken(OrderTask task) {
        return new Outcome.Refused(Notice.of(NoticeCode.ORDER_ID_TAKEN, task.step()));
    }

    private Outcome begin(OrderTask task, Progress progress) {
        PrivacyOrder order = task.order();
        try {
            // what is to be purged is purged, however late
            if (order.what() != PrivacyStep.PURGE && receipts.clock().instant().isAfter(order.validTo())) {
                throw new Problem(NoticeCode.ORDER_EXPIRED, order.validTo());
            }
            if (order.what() != PrivacyStep.PURGE && results.isPurged(task.job())) {
                throw new Problem(NoticeCode.JOB_PURGED, task.job());
            }
            return switch (order.what()) {
                case PREFLIGHT -> look(task);
                case RUN -> compute(task, progress);
                case RELEASE -> release(task);
                case PURGE -> purge(task);
            };
        } catch (Problem refusal) {
            return Admission.later(refusal).orElseGet(() -> refuse(task, refusal.notice()));
        }
    }

    /** A run's refusal is kept where the peer can ask for it. */
    private Outcome refuse(OrderTask task, Notice notice) {
        if (task.order().what() == PrivacyStep.RUN) {
            outcomes.keep(Kept.refused(task.appointment(), notice));
            results.forgetBuckets(task.job(), task.step());
            return new Outcome.Refused(notice);
        }
        return steps.keep(KeptSteps.Kept.refused(task, notice));
    }

    private DataSet admitted(OrderTask task) {
        PrivacyOrder order = task.order();
        return admission.admit(task.peer(), task.data(), order.leastSet(), order.greatestSet());
    }

    private Outcome look(OrderTask task) {
        DataSet set = admitted(task);
        Computation computation = techniques.of(task.order(), (step, rows, total) -> {});
        Need need = need(task, computation, set);
        Estimate estimate = Estimate.of(computation, set.size(), need, receipts.clock());
        return steps.keep(KeptSteps.Kept.looked(task, set.size(), estimate));
    }

    private Outcome compute(OrderTask task, Progress progress) {
        DataSet set = admitted(task);
        Need need = need(task, techniques.of(task.order(), (step, rows, total) -> {}), set);
        RunStep run = new RunStep(
                task,
                set,
                techniques,
                results,
                outcomes,
                receipts,
                progress,
                encounters.settings().bucket(),
                encounters.settings().runs());
        try {
            return encounters.meet(task.appointment(), need, run, progress);
        } catch (UncheckedIOException noPlace) {
            if (results.isPurged(task.job())) {
                throw new Problem(NoticeCode.JOB_PURGED, task.job());
            }
            throw noPlace;
        } finally {
            run.leave();
        }
    }

    /** @throws Problem if this worker never has room for it */
    private Need need(OrderTask task, Computation computation, DataSet set) {
        int buckets = BucketPlan.bucketsFor(
                set.size(),
                set.size(),
                encounters.settings().bucket(),
                task.order().greatestSet());
        Need need = computation instanceof Computation.Rows && buckets > 1
                ? Need.divided(computation.method(), set.size(), new BucketPlan(set.size(), buckets).capacity())
                : Need.of(computation.method(), set.size());
        encounters.rendezvous().room().check(need);
        return need;
    }

    private Outcome release(OrderTask task) {
        Kept run = results.run(task.job())
                .flatMap(outcomes::of)
                .filter(kept -> kept.peer().equals(task.peer().name()))
                .orElseThrow(() -> new Problem(NoticeCode.JOB_NOT_RUN, task.job()));
        if (run.agreement() == null) {
            throw new Problem(NoticeCode.JOB_NOT_RUN, task.job());
        }
        Optional<byte[]> rows =
                results.open(task.job(), run.job(), run.agreement().transcriptHash());
        if (rows.isEmpty()) {
            if (run.learned() != null && task.order().output().hasRows()) {
                throw new IllegalStateException("The rows that were sealed are not there, or are others");
            }
            return steps.keep(KeptSteps.Kept.nothing(task));
        }
        results.release(task.job(), rows.get());
        return steps.keep(KeptSteps.Kept.released(task, rows.get()));
    }

    private Outcome purge(OrderTask task) {
        results.purge(task.job());
        return steps.keep(KeptSteps.Kept.nothing(task));
    }
}
