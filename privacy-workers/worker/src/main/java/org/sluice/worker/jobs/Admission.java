package org.sluice.worker.jobs;

import java.util.Optional;
import org.sluice.process.privacy.MatchTestTopic;
import org.sluice.worker.data.DataHandle;
import org.sluice.worker.data.DataSet;
import org.sluice.worker.data.DataSets;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Settings;

/** What this party's own side must allow before anybody is called. */
public record Admission(Settings settings, DataSets data, Rendezvous rendezvous) {

    /**
     * The data set for a run with this peer, where sizes from {@code least} to {@code greatest} are allowed on both sides.
     *
     * @throws Problem if the peer is not trusted, the set is not there in this version, or sizes do not allow it
     */
    public DataSet admit(PartyId peer, DataHandle handle, long least, long greatest) {
        rendezvous.checkKnows(peer);
        if (least < settings.leastSet()) {
            throw new Problem(NoticeCode.TERMS_TOO_WIDE, MatchTestTopic.LEAST_SET.name(), least, settings.leastSet());
        }
        if (greatest > settings.greatestSet()) {
            throw new Problem(
                    NoticeCode.TERMS_TOO_WIDE, MatchTestTopic.GREATEST_SET.name(), greatest, settings.greatestSet());
        }
        DataSet set = data.of(handle);
        if (set.size() < least) {
            throw new Problem(NoticeCode.SET_TOO_SMALL, set.size(), least);
        }
        if (set.size() > greatest) {
            throw new Problem(NoticeCode.SET_TOO_LARGE, set.size(), greatest);
        }
        return set;
    }

    /** What comes of a job that was not admitted, where that may pass: it is tried again, and refused to nobody. */
    public static Optional<Outcome> later(Problem problem) {
        return problem.notice().code().mayPass()
                ? Optional.of(new Outcome.Failed(problem.notice(), Outcome.Cost.ONE))
                : Optional.empty();
    }
}
