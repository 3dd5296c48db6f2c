package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.oprf.Blinding;
import org.sluice.protocol.pir.PreparedQuery;

/**
 * One batch of a client, from the first message to what it opened: {@link #evaluation} is sent, its answer goes into {@link
 * #retrieval}, which is sent, and its answer goes into {@link #open}. Each once. For one thread.
 */
public final class Inquiry {

    private static final int PROOF = 64;
    private static final int ELEMENT = 33;

    private final Publication publication;
    private final Blinding blinding;
    private final List<PreparedQuery> queries;
    private final int wanted;
    private final Cores cores;
    private final RecordCipher cipher;
    private @Nullable Column outputs;

    Inquiry(Publication publication, Blinding blinding, List<PreparedQuery> queries, int wanted, Cores cores) {
        this.publication = publication;
        this.blinding = blinding;
        this.queries = queries;
        this.wanted = wanted;
        this.cores = cores;
        this.cipher = publication.cipher();
    }

    /** How many keys are asked for, dummies included. */
    public int size() {
        return queries.size();
    }

    /** The first message. */
    public byte[] evaluation() {
        return Versioned.message(publication.version(), blinding.request());
    }

    /**
     * The second message.
     *
     * @throws Misbehaviour if the server did not use the one key that it published
     * @throws Outdated if the server holds another version
     */
    public byte[] retrieval(byte[] evaluated) {
        byte[] answer = Versioned.answer(evaluated, publication.version(), ELEMENT * queries.size() + PROOF);
        Column opened = blinding.open(answer, cores);
        outputs = opened;
        byte[] asked = new byte[queries.size() * publication.hint().shape().queryLength()];
        ByteBuffer content = ByteBuffer.wrap(asked);
        for (int i = 0; i < queries.size(); i++) {
            content.put(queries.get(i).ask(publication.bin(cipher.place(opened.row(i)))));
        }
        return Versioned.message(publication.version(), asked);
    }

    /**
     * The values, in the order of the identifiers; nothing where an identifier is not in the list, or where what the server
     * sent for it is not authentic. Whoever calls must not let the server see which it was, for instance by asking again.
     *
     * @throws Misbehaviour if the answer has another length than it must have
     * @throws Outdated if the server holds another version
     */
    public List<Optional<byte[]>> open(byte[] retrieved) {
        if (outputs == null) {
            throw new IllegalStateException("What was asked for is not known before the evaluation");
        }
        Column keys = outputs;
        int length = publication.hint().shape().answerLength();
        byte[] answers = Versioned.answer(retrieved, publication.version(), length * queries.size());
        List<Optional<byte[]>> values = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            byte[] answer = Arrays.copyOfRange(answers, i * length, (i + 1) * length);
            byte[] bin = queries.get(i).open(answer, publication.hint());
            values.add(Slots.open(bin, cipher.place(keys.row(i)), keys.row(i), cipher));
        }
        return values.subList(0, wanted);
    }
}
