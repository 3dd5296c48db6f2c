package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.oprf.OprfClient;
import org.sluice.protocol.pir.Hint;
import org.sluice.protocol.pir.HintUpdate;

/**
 * What every client must hold before it can ask; public, immutable, and the same for all of them: a publication of one's own
 * would mark a client. Whoever receives one compares {@link #digest} with what others got.
 *
 * <p>As bytes: "SHL1" (4), the function's public key (33), salt (16), the map of choices (13 and its bits), the hint.
 */
public final class Publication {

    static final int SALT = 16;

    private static final int MAGIC = 0x53484c31;
    private static final int PUBLIC_KEY = 33;
    private static final int HEADER = Integer.BYTES + PUBLIC_KEY + SALT;

    private final byte[] publicKey;
    private final byte[] salt;
    private final ChoiceMap choices;
    private final Hint hint;
    private final Layout layout;

    Publication(byte[] publicKey, byte[] salt, ChoiceMap choices, Hint hint) {
        this.publicKey = publicKey;
        this.salt = salt;
        this.choices = choices;
        this.hint = hint;
        this.layout = new Layout(hint.shape().columns());
    }

    /** Reads what a server sent; whatever it could not have written is misbehaviour. */
    public static Publication of(byte[] bytes) {
        if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt() != MAGIC) {
            throw new Misbehaviour("The publication of a list does not begin as one");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        byte[] publicKey = new byte[PUBLIC_KEY];
        in.get(publicKey);
        byte[] salt = new byte[SALT];
        in.get(salt);
        ChoiceMap choices = ChoiceMap.of(in);
        Hint hint = Hint.of(Arrays.copyOfRange(bytes, in.position(), bytes.length));
        if (hint.shape().rows() != Layout.SLOTS * Layout.RECORD) {
            throw new Misbehaviour("The bins of a list do not hold 24 records");
        }
        OprfClient.verifying(publicKey);
        return new Publication(publicKey, salt, choices, hint);
    }

    public byte[] toBytes() {
        return joined(hint.toBytes());
    }

    private byte[] joined(byte[] end) {
        byte[] map = choices.toBytes();
        return ByteBuffer.allocate(HEADER + map.length + end.length)
                .putInt(MAGIC)
                .put(publicKey)
                .put(salt)
                .put(map)
                .put(end)
                .array();
    }

    /** SHA-256 of {@link #toBytes} with the hint's own hash in the hint's place. */
    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(joined(hint.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public long version() {
        return hint.version();
    }

    /** The next version, from what {@link Revision} has for clients; misbehaviour unless it follows this one. */
    public Publication updated(byte[] update) {
        return with(HintUpdate.of(update, hint.shape()).appliedTo(hint));
    }

    Publication with(Hint next) {
        return new Publication(publicKey, salt, choices, next);
    }

    Hint hint() {
        return hint;
    }

    Layout layout() {
        return layout;
    }

    ChoiceMap choices() {
        return choices;
    }

    byte[] publicKey() {
        return publicKey;
    }

    RecordCipher cipher() {
        return new RecordCipher(salt);
    }

    /** Where a record of this place stands if it is in the list, and some bin if it is not. */
    int bin(Place place) {
        return choices.get(place.choice()) ? layout.second(place) : layout.first(place);
    }
}
