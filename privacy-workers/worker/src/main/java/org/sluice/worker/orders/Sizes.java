package org.sluice.worker.orders;

import java.nio.ByteBuffer;
import org.sluice.process.privacy.PrivacyOrder;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.buckets.BucketPlan;

/**
 * What both sides say before a run over rows, nine bytes each way: how many distinct identifiers they bring, and how many
 * a bucket of theirs takes. Both come to the same number of buckets by it.
 *
 * @param peers distinct identifiers of the peer, as it says
 * @param buckets one where the run goes in one piece
 */
record Sizes(int peers, int buckets) {

    private static final byte KIND = 0x4f;
    private static final int LENGTH = 1 + 2 * Integer.BYTES;

    /** As little of the other's figure as either may have at most: smaller buckets hold mostly random rows. */
    private static final int LEAST_SHARE = 16;

    /** @throws Misbehaviour if the peer says what cannot be, or what the order does not allow */
    static Sizes exchanged(Channel line, int own, int bucket, PrivacyOrder order) {
        line.send(
                ByteBuffer.allocate(LENGTH).put(KIND).putInt(own).putInt(bucket).array());
        byte[] frame = line.receive();
        if (frame.length != LENGTH || frame[0] != KIND) {
            throw new Misbehaviour("The peer does not begin with the sizes");
        }
        int peers = ByteBuffer.wrap(frame).getInt(1);
        int peersBucket = ByteBuffer.wrap(frame).getInt(1 + Integer.BYTES);
        if (peers < order.leastSet() || peers > order.greatestSet() || peersBucket < 1) {
            throw new Misbehaviour("The peer's size is not within the terms");
        }
        int agreed = Math.max(Math.min(bucket, peersBucket), Math.max(bucket, peersBucket) / LEAST_SHARE);
        return new Sizes(peers, BucketPlan.bucketsFor(own, peers, agreed, order.greatestSet()));
    }
}
