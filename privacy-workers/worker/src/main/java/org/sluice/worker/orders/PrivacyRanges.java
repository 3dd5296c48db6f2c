package org.sluice.worker.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sluice.process.Var;
import org.sluice.process.privacy.PrivacyOrderTopic;
import org.sluice.process.privacy.PrivacyRangeTopic;
import org.sluice.process.privacy.PrivacyStep;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.jobs.Admission;
import org.sluice.worker.jobs.Appointment;
import org.sluice.worker.jobs.Job;
import org.sluice.worker.jobs.Need;
import org.sluice.worker.jobs.Outcome;
import org.sluice.worker.jobs.Outcome.Cost;
import org.sluice.worker.jobs.Outcomes.Kept;
import org.sluice.worker.jobs.Progress;
import org.sluice.worker.jobs.TaskReader;
import org.sluice.worker.notice.Notice;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/**
 * Runs ranges of an ordered run's buckets, each a task of its own, so that several workers of a party share one run: they
 * work on one folder, and whichever of them has a range leaves what it came to where the run's own step finds it.
 */
public final class PrivacyRanges implements Job {

    private final Means means;

    public PrivacyRanges(Means means) {
        this.means = means;
    }

    @Override
    public String topic() {
        return PrivacyRangeTopic.NAME;
    }

    @Override
    public String refused() {
        return PrivacyOrderTopic.REFUSED;
    }

    @Override
    public List<String> inputs() {
        return PrivacyRangeTopic.INPUT.stream().map(Var::name).toList();
    }

    @Override
    public Outcome run(Map<String, Object> variables, Progress progress) {
        OrderTask task;
        Range range;
        try {
            task = OrderTask.read(variables, PrivacyRangeTopic.PEER_ADDRESSES, means.engineKey());
            means.encounters().rendezvous().checkIsFor(task.own());
            range = range(variables, task);
        } catch (Problem wrong) {
            // not kept, as with orders
            return new Outcome.Refused(wrong.notice());
        }
        try (RangeHold hold = means.hold(task, range).orElse(null)) {
            return hold == null
                    ? new Outcome.Failed(
                            Notice.of(
                                    NoticeCode.JOB_IN_HAND,
                                    task.appointment(range).id()),
                            Cost.NOTHING)
                    : before(task, range).orElseGet(() -> begin(task, range, progress));
        }
    }

    private static Range range(Map<String, Object> variables, OrderTask task) {
        if (task.order().what() != PrivacyStep.RUN || !task.order().output().hasRows()) {
            throw new Problem(NoticeCode.ORDER_DIFFERS, PrivacyRangeTopic.RANGE.name());
        }
        return new TaskReader(variables)
                .value(PrivacyRangeTopic.RANGE, index -> new Range(Math.toIntExact(index), task.ranges()));
    }

    private Optional<Outcome> before(OrderTask task, Range range) {
        Appointment appointment = task.appointment(range);
        return means.outcomes().of(appointment.id()).map(kept -> outcome(task, appointment, kept));
    }

    private static Outcome outcome(OrderTask task, Appointment appointment, Kept kept) {
        if (!appointment.bound().equals(kept.bound())) {
            return new Outcome.Refused(Notice.of(NoticeCode.ORDER_ID_TAKEN, task.step()));
        }
        return kept.refusal() == null ? RangeStep.over() : new Outcome.Refused(kept.refusal());
    }

    private Outcome begin(OrderTask task, Range range, Progress progress) {
        try {
            means.requireLive(task);
            DataSet set = means.admitted(task);
            Need need = means.need(task, means.techniques().of(task.order(), (step, rows, total) -> {}), set);
            RangeStep step = new RangeStep(task, range, set, means, progress);
            try {
                return means.unlessPurged(
                        task, () -> means.encounters().meet(task.appointment(range), need, step, progress));
            } finally {
                step.leave();
            }
        } catch (Problem refusal) {
            return Admission.later(refusal).orElseGet(() -> {
                means.outcomes().keep(Kept.refused(task.appointment(range), refusal.notice()));
                return new Outcome.Refused(refusal.notice());
            });
        }
    }
}
