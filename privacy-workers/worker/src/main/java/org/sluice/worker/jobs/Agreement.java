package org.sluice.worker.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.worker.data.DataHandle;

/**
 * What both parties know when a run is over: what either may tell the other of it afterwards.
 *
 * @param matched how many identifiers both hold; null where not both may know it
 * @param learnerData the handle of the learner's data set, and the other side's likewise; as that side has told it
 * @param seconds measured by the side that wrote this down; everything else is the same at both
 */
public record Agreement(
        UUID job,
        String learner,
        String responder,
        String learnerData,
        String responderData,
        int learnerSize,
        int responderSize,
        @Nullable Integer matched,
        long bytes,
        double seconds,
        String transcriptHash) {

    /** Whether it can be the outcome of this job over a set of this size. */
    public boolean fits(Appointment appointment, int least, int greatest, int ownSize) {
        Role role = appointment.role();
        return job.equals(appointment.id())
                && learner.equals(appointment.learner().name())
                && responder.equals(appointment.responder().name())
                && appointment.data().toString().equals(role == Role.LEARNER ? learnerData : responderData)
                && DataHandle.isOne(role == Role.LEARNER ? responderData : learnerData)
                && own(role) == ownSize
                && peers(role) >= least
                && peers(role) <= greatest
                && (matched == null || (matched >= 0 && matched <= Math.min(learnerSize, responderSize)));
    }

    /** Distinct identifiers of the side that plays this role. */
    public int own(Role role) {
        return role == Role.LEARNER ? learnerSize : responderSize;
    }

    public int peers(Role role) {
        return role == Role.LEARNER ? responderSize : learnerSize;
    }
}
