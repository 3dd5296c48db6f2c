package org.sluice.protocol.hidden;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.oprf.Evaluator;
import org.sluice.protocol.oprf.OprfKey;
import org.sluice.protocol.pir.Database;

/** The server's side of one version of a list; immutable, and answers several threads at once. */
public final class HiddenList {

    private final Evaluator evaluator;
    private final Database table;
    private final Occupancy occupancy;
    private final Publication publication;

    HiddenList(Evaluator evaluator, Database table, Occupancy occupancy, Publication publication) {
        this.evaluator = evaluator;
        this.table = table;
        this.occupancy = occupancy;
        this.publication = publication;
    }

    /**
     * Sets a list up: for each entry one evaluation of the function, then one pass over the table for the hint.
     *
     * @param key of mode VOPRF
     * @param version greater than that of any list made with this key before
     * @throws IllegalArgumentException if an identifier occurs twice or is too long, or a value is too long
     */
    public static HiddenList of(Entries entries, OprfKey key, int version, SecureRandom random, Cores cores) {
        return new ListBuilder(key, version, random, cores).build(entries, Layout.holding(entries.count()));
    }

    /**
     * The list that {@link #writeTo} kept.
     *
     * @param key with which it was set up
     * @throws IOException if the bytes end too early, or cannot be read
     * @throws IllegalArgumentException if they are no list, or one under another key
     */
    public static HiddenList readFrom(InputStream bytes, OprfKey key) throws IOException {
        return KeptList.read(new DataInputStream(bytes), key);
    }

    /**
     * Keeps the list without its key, so that it need not be set up again: about 105 bytes a record. Whoever holds both can open
     * every value, and whoever holds this alone learns where records stand.
     */
    public void writeTo(OutputStream target) throws IOException {
        KeptList.write(publication, occupancy, table, new DataOutputStream(target));
    }

    public Publication publication() {
        return publication;
    }

    /** Bytes of the longest message that a client may send. */
    public int longestRequest() {
        return Versioned.HEADER
                + Math.max(
                        evaluator.requestLength(Batch.MOST),
                        Batch.MOST * table.shape().queryLength());
    }

    public int records() {
        return occupancy.records();
    }

    /**
     * Answers the first message of a batch.
     *
     * @throws Misbehaviour if the message is none
     * @throws Meter.Spent if the client may not take so much
     */
    public byte[] evaluate(byte[] request, Toll toll, SecureRandom random, Cores cores) {
        if (isOutdated(request)) {
            return Versioned.message(publication.version(), new byte[0]);
        }
        byte[] content = Versioned.content(request);
        int perKey = evaluator.requestLength(1);
        if (!Batch.fits(content.length, perKey)) {
            throw new Misbehaviour("A request for evaluation is not for 1, 8 or 64 keys");
        }
        toll.takeEvaluations(content.length / perKey);
        return Versioned.message(publication.version(), evaluator.answer(content, random, cores));
    }

    /**
     * Answers the second message of a batch, by a pass over the whole table for each key.
     *
     * @throws Misbehaviour if the message is none
     * @throws Meter.Spent if the client may not take so much
     */
    public byte[] answer(byte[] request, Toll toll, Cores cores) {
        if (isOutdated(request)) {
            return Versioned.message(publication.version(), new byte[0]);
        }
        byte[] content = Versioned.content(request);
        int perKey = table.shape().queryLength();
        if (!Batch.fits(content.length, perKey)) {
            throw new Misbehaviour("A request for retrieval is not for 1, 8 or 64 keys");
        }
        int keys = content.length / perKey;
        toll.takeRetrievals(keys);
        int length = table.shape().answerLength();
        byte[] answers = new byte[keys * length];
        for (int i = 0; i < keys; i++) {
            byte[] query = Arrays.copyOfRange(content, i * perKey, (i + 1) * perKey);
            System.arraycopy(table.answer(query, cores), 0, answers, i * length, length);
        }
        return Versioned.message(publication.version(), answers);
    }

    private boolean isOutdated(byte[] request) {
        return Versioned.version(request) != publication.version();
    }

    /**
     * The next version of the list, and what clients need to follow. This one goes on answering.
     *
     * @throws Overflow if a new record finds its bin full: then the list must be set up anew
     * @throws IllegalArgumentException if an identifier is changed twice, or one is removed that is not in the list
     */
    public Revision revised(List<Change> changes, SecureRandom random, Cores cores) {
        Rewriting rewriting = new Rewriting(publication, table.copy(), occupancy.copy(), random);
        return rewriting.run(evaluator, changes, cores);
    }

    Database table() {
        return table;
    }
}
