package org.sluice.worker.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.worker.notice.Notice;

/** What comes of waiting for a peer. */
public sealed interface Meeting {

    /**
     * Both are there. The line belongs to whoever holds this.
     *
     * @param learnerData handle of the learner's data set, as it has told it; the salt depends on both
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(Channel channel, byte[] salt, String learnerData, String responderData, AtomicBoolean superseded)
            implements Meeting {

        /** The peer has called again, so that it must have lost this line. */
        void supersede() {
            superseded.set(true);
            channel.close();
        }

        /** @throws ChannelClosed if the peer has called again */
        public void check() {
            if (superseded.get()) {
                throw new ChannelClosed("The peer has called again");
            }
        }
    }

    /** The peer has the job's end already. */
    record Ended(Agreement agreement) implements Meeting {}

    /** The peer has refused the job. */
    record Refused() implements Meeting {}

    /** Nobody came in time; the last thing that was heard. */
    record Nobody(Notice notice) implements Meeting {}
}
