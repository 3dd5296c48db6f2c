package org.sluice.protocol.psi.sum;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Pending;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.session.Turn;

/** The value holder's ciphertexts on their way out: computed in the threads of the group, sent a frame at a time. */
final class Encryption {

    private final BatchedGroup group;
    private final Column values;
    private final ValueKey key;
    private final List<Pending> frames = new ArrayList<>();

    /** @param values in the order in which their items' masked elements go out */
    Encryption(BatchedGroup group, Column values, SecureRandom random) {
        this.group = group;
        this.values = values;
        this.key = new ValueKey(random);
    }

    ValueKey key() {
        return key;
    }

    void begin(int rowsPerFrame) {
        for (int from = 0; from < values.count(); from += rowsPerFrame) {
            Column some = values.slice(from, Math.min(from + rowsPerFrame, values.count()));
            frames.add(group.start(some, ValueKey.CIPHERTEXT, key::encrypt));
        }
    }

    <R> Turn<R> send(Frame kind, Supplier<Turn<R>> then) {
        return sendFrom(0, kind, then);
    }

    private <R> Turn<R> sendFrom(int frame, Frame kind, Supplier<Turn<R>> then) {
        if (frame == frames.size()) {
            return then.get();
        }
        Column rows = frames.get(frame).await();
        return new Turn.Send<>(kind.of(rows, 0, rows.count()), () -> sendFrom(frame + 1, kind, then));
    }

    /** Wipes the key; what no thread has begun is never computed. */
    void end() {
        frames.forEach(Pending::cancel);
        key.destroy();
    }
}
