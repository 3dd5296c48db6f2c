package org.sluice.worker.query.wire;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.hidden.Publication;

/**
 * What leads a client to the version that is served: the updates from its own, or the whole publication.
 *
 * <p>As bytes: the digest of where it leads (32), the number of updates (4), or -1; then each update after its length (4), or the
 * publication.
 */
public final class Lead {

    private static final int DIGEST = 32;
    private static final int WHOLE = -1;

    /** Updates in one message; who is further behind is led by the whole publication. */
    static final int MOST_UPDATES = 64;

    private final byte[] digest;
    private final @Nullable List<byte[]> updates;
    private final byte[] publication;

    private Lead(byte[] digest, @Nullable List<byte[]> updates, byte[] publication) {
        this.digest = digest;
        this.updates = updates;
        this.publication = publication;
    }

    /** The shorter of the two ways. */
    public static Lead to(Publication publication, Optional<List<byte[]>> updates) {
        byte[] whole = publication.toBytes();
        boolean isShorter = updates.filter(steps -> steps.size() <= MOST_UPDATES
                        && steps.stream().mapToLong(each -> each.length).sum() < whole.length)
                .isPresent();
        return new Lead(publication.digest(), isShorter ? updates.orElse(null) : null, whole);
    }

    public byte[] toBytes() {
        List<byte[]> steps = updates;
        if (steps == null) {
            return ByteBuffer.allocate(DIGEST + Integer.BYTES + publication.length)
                    .put(digest)
                    .putInt(WHOLE)
                    .put(publication)
                    .array();
        }
        int length =
                steps.stream().mapToInt(each -> Integer.BYTES + each.length).sum();
        ByteBuffer out =
                ByteBuffer.allocate(DIGEST + Integer.BYTES + length).put(digest).putInt(steps.size());
        steps.forEach(each -> out.putInt(each.length).put(each));
        return out.array();
    }

    public static Lead read(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.remaining() < DIGEST + Integer.BYTES) {
            throw new Misbehaviour("What leads to a list's version is too short");
        }
        byte[] digest = new byte[DIGEST];
        in.get(digest);
        int count = in.getInt();
        if (count == WHOLE) {
            return new Lead(digest, null, rest(in, in.remaining()));
        }
        if (count < 0 || count > MOST_UPDATES) {
            throw new Misbehaviour("There are " + count + " updates of a list, and may be " + MOST_UPDATES);
        }
        List<byte[]> updates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            updates.add(rest(in, in.remaining() < Integer.BYTES ? -1 : in.getInt()));
        }
        if (in.hasRemaining()) {
            throw new Misbehaviour("The updates of a list do not fill their message");
        }
        return new Lead(digest, updates, new byte[0]);
    }

    private static byte[] rest(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new Misbehaviour("A part of what leads to a list's version is too short");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** The publication that the supplier says it leads to, from the one at hand; misbehaviour if it leads elsewhere. */
    public Publication from(Optional<Publication> held) {
        Publication reached;
        if (updates == null) {
            reached = Publication.of(publication);
        } else {
            reached = held.orElseThrow(() -> new Misbehaviour("Updates are of no use to who holds nothing"));
            for (byte[] each : updates) {
                reached = reached.updated(each);
            }
        }
        if (!MessageDigest.isEqual(digest, reached.digest())) {
            throw new Misbehaviour("A publication is not the one whose digest the supplier has told");
        }
        return reached;
    }

    /** Whether it is updates alone. */
    public boolean isStep() {
        return updates != null;
    }
}
