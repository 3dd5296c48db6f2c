package org.sluice.worker.jobs;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.party.PartyId;

/** How fast the lines to peers were when they were measured last, for whoever is told of it. */
public final class Lines {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

    private final int mebibytes;
    private final Map<PartyId, Double> untold = new ConcurrentHashMap<>();

    /** @param mebibytes the largest block to measure with; 0 for no measure */
    public Lines(int mebibytes) {
        this.mebibytes = mebibytes;
    }

    /** @throws org.sluice.protocol.Misbehaviour if the peer does not keep to it */
    void measure(Channel line, Role role, PartyId peer) {
        OptionalDouble megabits = LineProbe.measured(line, role, mebibytes);
        if (megabits.isPresent()) {
            LOG.info("The line to {} carries {} megabits a second", peer, Math.round(megabits.getAsDouble()));
            untold.put(peer, megabits.getAsDouble());
        }
    }

    /** @param tell whether the figure of this peer, in megabits a second, was taken; otherwise it is told again */
    public void tell(BiPredicate<PartyId, Double> tell) {
        untold.forEach((peer, megabits) -> {
            if (tell.test(peer, megabits)) {
                untold.remove(peer, megabits);
            }
        });
    }
}
