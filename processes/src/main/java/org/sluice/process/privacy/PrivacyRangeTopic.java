package org.sluice.process.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.sluice.process.Var;

/**
 * The external task by which one worker of a party runs a range of buckets of an ordered run, so that several workers of a
 * party share it. Beside the range it carries what the run's own task does, and the same signed order: a range is part of
 * what that order allows, and of nothing else. The run's own task, which follows, takes up what all ranges came to.
 */
public final class PrivacyRangeTopic {

    public static final String NAME = "privacy-range";

    /** Which of {@link PrivacyOrderTopic#RANGES} this is, from 0 on. */
    public static final Var<Long> RANGE = Var.number("range");

    /** As {@link PrivacyOrderTopic#PEER_ADDRESS}, of every worker of the peer that may have this range in hand. */
    public static final Var<String> PEER_ADDRESSES = Var.text("peerAddresses");

    public static final List<Var<?>> INPUT = List.of(
            PrivacyOrderTopic.STEP,
            PrivacyOrderTopic.PARTY,
            PEER_ADDRESSES,
            PrivacyOrderTopic.ORDER,
            PrivacyOrderTopic.SIGNATURE,
            PrivacyOrderTopic.DEADLINE,
            PrivacyOrderTopic.RANGES,
            RANGE);

    /**
     * By what both parties' workers, and the engine, know a range: the same wherever it is asked for.
     *
     * @param step of the run's order
     */
    public static UUID id(UUID step, long range, long ranges) {
        var name = "sluice/privacy-range/v1/" + step + "/" + range + "/" + ranges;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private PrivacyRangeTopic() {}
}
