package org.sluice.worker.query.asked;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.Cores;
import org.sluice.protocol.hidden.Publication;
import org.sluice.protocol.hidden.Reader;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.query.wire.Kind;
import org.sluice.worker.query.wire.Lead;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Refusal;
import org.sluice.worker.query.wire.Refused;

/** One peer's list as it is followed here. Shared by all who ask it. */
final class Followed {

    private static final Logger LOG = LoggerFactory.getLogger(Followed.class);

    /** Bytes of the longest publication: that of a list of a million entries has eleven millions. */
    private static final int LONGEST = 1 << 24;

    /** For another question that fetches already. */
    private static final Duration WAITS = Duration.ofSeconds(5);

    private final PartyId peer;
    private final ListName list;
    private final Published published;
    private final SecureRandom random;
    private final Cores cores;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Current present;
    private volatile boolean isBehind;

    Followed(PartyId peer, ListName list, Published published, SecureRandom random, Cores cores) {
        this.peer = peer;
        this.list = list;
        this.published = published;
        this.random = random;
        this.cores = cores;
    }

    /** A reader and the digest of the publication that it holds. */
    record Current(Reader reader, String digest) {}

    /**
     * The reader, which first fetches what is missing.
     *
     * @throws Problem if what is published cannot be right
     * @throws Refused as busy if another question fetches it, and the peer is slow
     */
    Current current(Conversation talk) {
        Current here = present;
        if (here != null && !isBehind) {
            return here;
        }
        await();
        try {
            return fetched(talk);
        } finally {
            fetching.unlock();
        }
    }

    private void await() {
        try {
            if (fetching.tryLock(WAITS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(Refusal.BUSY);
    }

    private Current fetched(Conversation talk) {
        if (present == null) {
            published.newest().ifPresent(this::take);
        }
        Current here = present;
        return here == null || isBehind ? follow(talk) : here;
    }

    /** The peer holds another version than a question was made for. */
    void isBehind(long version) {
        Current here = present;
        if (here == null || here.reader().publication().version() != version) {
            isBehind = true;
        }
    }

    /** The reader if it is here already, for work ahead; waits for nobody. */
    Optional<Reader> reader() {
        return Optional.ofNullable(present).map(Current::reader);
    }

    private Current follow(Conversation talk) {
        Optional<Publication> held = reader().map(Reader::publication);
        byte[] version = ByteBuffer.allocate(Long.BYTES)
                .putLong(held.map(Publication::version).orElse(-1L))
                .array();
        Lead lead = Lead.read(talk.ask(Kind.FOLLOW, list, version, LONGEST));
        Publication next = lead.from(held);
        check(next);
        published.keep(next);
        Current taken = take(next);
        LOG.info(
                "The list {} of {} is held in version {} by {}, SHA-256 {}",
                list,
                peer,
                next.version(),
                lead.isStep() ? "updates" : "a whole publication",
                taken.digest());
        return taken;
    }

    private void check(Publication next) {
        String other = Published.digest(next);
        published
                .known()
                .filter(known -> next.version() < known.version()
                        || (next.version() == known.version() && !other.equals(known.digest())))
                .ifPresent(known -> {
                    throw new Problem(
                            NoticeCode.QUERY_DIGEST_CHANGED,
                            peer,
                            list,
                            String.valueOf(next.version()),
                            other,
                            String.valueOf(known.version()),
                            known.digest(),
                            published.folder());
                });
    }

    private Current take(Publication publication) {
        Current before = present;
        Reader reader = before == null ? new Reader(publication, random, cores) : before.reader();
        if (before != null) {
            reader.follow(publication);
        }
        Current taken = new Current(reader, Published.digest(publication));
        present = taken;
        isBehind = false;
        return taken;
    }
}
