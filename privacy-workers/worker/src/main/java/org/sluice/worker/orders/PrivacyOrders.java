package org.sluice.worker.orders;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.process.Var;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyOutput;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Admission;
import org.sluice.worker.jobs.Job;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.Role;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.WorkerFolder;

/**
 * Carries out one step of a privacy job, as the engine's signed order says. An order that is not the engine's, is changed,
 * or is another party's is refused and leaves nothing; one that is refused for another reason stays refused.
 */
public final class PrivacyOrders implements Job {

    private final Means means;
    private final KeptSteps steps;

    public PrivacyOrders(Means means) {
        this.means = means;
        this.steps = new KeptSteps(means.folder());
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
            task = OrderTask.read(variables, PrivacyOrderTopic.PEER_ADDRESS, means.engineKey());
            means.encounters().rendezvous().checkIsFor(task.own());
        } catch (Problem wrong) {
            // Not kept: it need not come from the engine, and who sends it shall not settle a step of another.
            return new Outcome.Refused(wrong.notice());
        }
        return before(task).orElseGet(() -> begin(task, progress));
    }

    /** What was kept for the step; and a refusal where that was another order. */
    private Optional<Outcome> before(OrderTask task) {
        Optional<Kept> run = means.outcomes().of(task.step());
        if (run.isPresent()) {
            // this party may have been killed between the end and that
            means.results().forgetBuckets(task.job(), task.step());
            return Optional.of(
                    isOf(task, run.get().bound())
                            ? RunStep.outcome(task, run.get(), task.runs(means.outcomes()))
                            : taken(task));
        }
        return steps.of(task.step())
                .filter(kept -> !isOf(task, kept.order()) || kept.refusal() != null || !releasesSum(task))
                .map(kept -> isOf(task, kept.order()) ? kept.outcome() : taken(task));
    }

    /** Nothing of a sum is kept beside its seal, so that a purge removes all of it: a repeated task opens that again. */
    private static boolean releasesSum(OrderTask task) {
        return task.order().what() == PrivacyStep.RELEASE
                && task.order().output() == PrivacyOutput.SUM
                && task.role() == Role.LEARNER;
    }

    private static boolean isOf(OrderTask task, @Nullable String order) {
        return task.hash().equals(order);
    }

    private static Outcome taken(OrderTask task) {
        return new Outcome.Refused(Notice.of(NoticeCode.ORDER_ID_TAKEN, task.step()));
    }

    private Outcome begin(OrderTask task, Progress progress) {
        try {
            means.requireLive(task);
            return switch (task.order().what()) {
                case PREFLIGHT -> look(task, progress);
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
            means.outcomes().keep(Kept.refused(task.appointment(), notice));
            means.results().forgetBuckets(task.job(), task.step());
            return new Outcome.Refused(notice);
        }
        return steps.keep(KeptSteps.Kept.refused(task, notice));
    }

    private Outcome look(OrderTask task, Progress progress) {
        DataSet set = means.admitted(task);
        Computation computation = means.techniques().of(task.order(), (step, rows, total) -> {});
        Need need = means.need(task, computation, set);
        return prepared(task, computation, set, need, progress).orElseGet(() -> {
            int rows = computation instanceof Computation.LookUp ? asked(task, set) : set.size();
            Estimate estimate =
                    Estimate.of(computation, rows, need, means.receipts().clock());
            return steps.keep(KeptSteps.Kept.looked(task, set.size(), estimate));
        });
    }

    private Outcome compute(OrderTask task, Progress progress) {
        DataSet set = means.admitted(task);
        Computation computation = means.techniques().of(task.order(), (step, rows, total) -> {});
        Need need = means.need(task, computation, set);
        Optional<Outcome> waits = prepared(task, computation, set, need, progress);
        if (waits.isPresent()) {
            return waits.get();
        }
        RunStep run = new RunStep(task, set, means, progress);
        try {
            // made masks are no part of it any more
            Need left = means.need(task, computation, set);
            return means.unlessPurged(task, () -> means.encounters().meet(task.appointment(), left, run, progress));
        } finally {
            run.leave();
        }
    }

    /** Whoever answers has work by the number of questions, which are as few as the terms allow for all that it knows. */
    private static int asked(OrderTask task, DataSet set) {
        return task.role() == Role.LEARNER
                ? set.size()
                : (int) Math.min(set.size(), Math.max(1, task.order().leastSet()));
    }

    /** What is reported where there is no room for now to make what a run needs beforehand. */
    private Optional<Outcome> prepared(
            OrderTask task, Computation computation, DataSet set, Need need, Progress progress) {
        if (task.role() != Role.RESPONDER || !(computation instanceof Computation.LookUp lookUp)) {
            return Optional.empty();
        }
        LookUpRun run = means.lookUp(task, set);
        if (run.isPrepared(lookUp)) {
            return Optional.empty();
        }
        return means.encounters().inRoom(task.appointment(), need, () -> run.prepare(lookUp, progress), progress);
    }

    private Outcome release(OrderTask task) {
        Kept run = means.results()
                .run(task.job())
                .flatMap(means.outcomes()::of)
                .filter(kept -> kept.peer().equals(task.peer().name()))
                .orElseThrow(() -> new Problem(NoticeCode.JOB_NOT_RUN, task.job()));
        if (run.agreement() == null) {
            throw new Problem(NoticeCode.JOB_NOT_RUN, task.job());
        }
        Optional<byte[]> rows =
                means.results().open(task.job(), run.job(), run.agreement().transcriptHash());
        if (rows.isEmpty()) {
            if (learnsWhatIsHeld(task, run)) {
                throw new IllegalStateException("The rows that were sealed are not there, or are others");
            }
            return steps.keep(KeptSteps.Kept.nothing(task));
        }
        means.results().release(task.job(), rows.get());
        if (releasesSum(task)) {
            steps.keep(KeptSteps.Kept.nothing(task));
            return new Outcome.Done(ResultRows.ofSum(rows.get()));
        }
        return steps.keep(KeptSteps.Kept.released(task, rows.get()));
    }

    private static boolean learnsWhatIsHeld(OrderTask task, Kept run) {
        return task.order().output().hasRows()
                ? run.learned() != null
                : task.order().output().isHeldByLearner() && task.role() == Role.LEARNER;
    }

    private Outcome purge(OrderTask task) {
        means.results().purge(task.job());
        return steps.keep(KeptSteps.Kept.nothing(task));
    }
}
