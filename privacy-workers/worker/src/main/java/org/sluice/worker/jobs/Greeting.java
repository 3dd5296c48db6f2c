package org.sluice.worker.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;

/** The first frame each way on a line between two workers: about which job, and how it stands with it. */
final class Greeting {

    static final int VERSION = 1;
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

    /** @param nonce hex; half of the job's salt */
    record Call(int version, UUID job, String from, String to, Wish wish, String nonce) {}

    /** @param nonce hex; the other half, where the job begins */
    record Answer(
            State state, @Nullable String nonce, @Nullable Agreement agreement) {

        static Answer of(State state) {
            return new Answer(state, null, null);
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
