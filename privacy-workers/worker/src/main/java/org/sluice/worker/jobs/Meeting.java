package org.sluice.worker.jobs;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.worker.notice.Notice;

/** What comes of waiting for a peer. */
public sealed interface Meeting {

    /**
     * Both are there. The line belongs to whoever holds this.
     *
     * @param learnerData handle of the learner's data set, as it has told it; the salt depends on both
     * @param room takes as much in place of what the job has; false where that is not there now
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(
            Channel channel,
            byte[] salt,
            String learnerData,
            String responderData,
            AtomicBoolean superseded,
            Predicate<Need> room)
            implements Meeting {

        /**
         * Takes more room than the job has, for what shows only now.
         *
         * @throws ChannelClosed if that is not there: the job goes on to wait for so much, in line with others
         */
        public void needs(Need more) {
            if (!room.test(more)) {
                throw new ChannelClosed("There is no room at present for what the peer brings");
            }
        }

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
