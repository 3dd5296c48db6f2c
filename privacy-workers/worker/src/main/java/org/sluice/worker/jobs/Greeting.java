package org.sluice.worker.jobs;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.data.DataHandle;

/** The first frame each way on a line between two workers: about which job, and how it stands with it. */
final class Greeting {

    /** 2: both sides say which version of which data set they bring. 3: the line is measured before a run, and an order's
     * begins with the sizes. */
    static final int VERSION = 3;

    static final int NONCE = 16;

    private static final int LONGEST = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Greeting() {}

    /** What a caller wants. */
    enum Wish {
        /** Run the job now; only the learner calls for that. */
        RUN,
        /** Know whether the job has ended at the other side. */
        END
    }

    /** How the job stands at the side that was called. */
    enum State {
        /** It begins now, over this line. */
        BEGINS,
        /** It is done; the agreement follows. */
        DONE,
        /** It was refused there. */
        REFUSED,
        /** It is not there, or not yet. */
        ABSENT
    }

    /**
     * Of other versions no more is read than which one it is; what they leave out is null.
     *
     * @param nonce hex; half of the job's salt
     * @param data handle of the data set that the caller brings
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Call(
            int version,
            UUID job,
            String from,
            String to,
            Wish wish,
            @Nullable String nonce,
            @Nullable String data) {

        Half half() {
            return Half.of(nonce, data);
        }
    }

    /**
     * @param nonce hex; the other half, where the job begins
     * @param data handle of the data set that this side brings, where the job begins
     */
    record Answer(
            State state,
            @Nullable String nonce,
            @Nullable String data,
            @Nullable Agreement agreement) {

        static Answer of(State state) {
            return new Answer(state, null, null, null);
        }

        Half half() {
            return Half.of(nonce, data);
        }
    }

    /** What one side brings to a run. */
    record Half(String nonce, String data) {

        static Half of(@Nullable String nonce, @Nullable String data) {
            if (nonce == null || data == null || !DataHandle.isOne(data)) {
                throw new Misbehaviour("The peer's first frame names no nonce, or no data set with its version");
            }
            return new Half(nonce, data);
        }
    }

    static void send(Channel line, Object greeting) {
        try {
            line.send(JSON.writeValueAsBytes(greeting));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static <T> T receive(Channel line, Class<T> kind) {
        byte[] frame = line.receive();
        try {
            if (frame.length <= LONGEST) {
                T greeting = JSON.readValue(frame, kind);
                if (greeting != null) {
                    return greeting;
                }
            }
        } catch (IOException unreadable) {
            // said below, without what the peer wrote
        }
        throw new Misbehaviour("The peer's first frame is no " + kind.getSimpleName());
    }
}
