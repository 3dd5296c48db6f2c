package org.sluice.worker.query.asked;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.hidden.Inquiry;
import org.sluice.protocol.hidden.Outdated;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Trust;
import org.sluice.worker.party.WorkerFolder;
import org.sluice.worker.query.wire.Kind;
import org.sluice.worker.query.wire.ListName;
import org.sluice.worker.query.wire.Offer;
import org.sluice.worker.query.wire.OtherRelease;
import org.sluice.worker.query.wire.Refused;
import org.sluice.worker.transport.Dialer;
import org.sluice.worker.transport.PeerAway;
import org.sluice.worker.transport.PeerNotProven;

/** Asks peers' lists; for several threads. Whatever keeps an answer away is a {@link Problem} in plain words. */
public final class HiddenQueryClient implements AutoCloseable {

    /** Most identifiers in a question. */
    public static final int MOST = 64;

    /** A list may change meanwhile. A line that lay idle and is down costs none: there are few, and each goes. */
    private static final int TRIES = 5;

    private static final int LONGEST_ANSWER = 1 << 20;

    private final WorkerFolder folder;
    private final Trust trust;
    private final Lines lines;
    private final Expected expected;
    private final SecureRandom random;
    private final Cores cores;
    private final Ahead ahead = new Ahead();
    private final Map<List<Object>, Followed> followed = new ConcurrentHashMap<>();

    public HiddenQueryClient(WorkerFolder folder, Trust trust, Dialer dialer, SecureRandom random, Cores cores) {
        this.folder = folder;
        this.trust = trust;
        this.lines = new Lines(dialer);
        this.expected = new Expected(folder);
        this.random = random;
        this.cores = cores;
    }

    /** What the peer lets this party ask. */
    public List<Offer> lists(Peer peer) {
        return Offer.read(talk(peer, "", Conversation::lists));
    }

    /**
     * Asks for 1 to 64 identifiers, which are spelled as they stand in lists.
     *
     * @throws Problem if there is no answer
     */
    public Answers ask(Peer peer, ListName list, List<String> identifiers) {
        List<byte[]> ids = identifiers.stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
        Followed following = followed.computeIfAbsent(List.of(peer.party(), list), key -> {
            Published published = Published.of(folder, peer.party(), list);
            return new Followed(peer.party(), list, published, random, cores);
        });
        Counted counted = new Counted();
        Answers answers = talk(peer, list.name(), talk -> answered(peer.party(), list, following, ids, talk, counted));
        following.reader().ifPresent(ahead::fill);
        return answers;
    }

    /** What the supplier has counted, over all tries. */
    private static final class Counted {
        private int evaluations;
        private int retrievals;
    }

    private Answers answered(
            PartyId peer, ListName list, Followed following, List<byte[]> ids, Conversation talk, Counted counted) {
        Followed.Current current = following.current(talk);
        long version = current.reader().publication().version();
        expected.check(peer, list, version, current.digest());
        Inquiry inquiry = current.reader().ask(ids);
        try {
            byte[] evaluated = talk.ask(Kind.EVALUATE, list, inquiry.evaluation(), LONGEST_ANSWER);
            byte[] retrieval = inquiry.retrieval(evaluated);
            counted.evaluations += inquiry.size();
            byte[] retrieved = talk.ask(Kind.RETRIEVE, list, retrieval, LONGEST_ANSWER);
            List<Optional<String>> values = inquiry.open(retrieved).stream()
                    .map(HiddenQueryClient::text)
                    .toList();
            counted.retrievals += inquiry.size();
            return new Answers(version, current.digest(), values, counted.evaluations, counted.retrievals);
        } catch (Outdated outdated) {
            following.isBehind(outdated.version());
            throw outdated;
        }
    }

    private static Optional<String> text(Optional<byte[]> value) {
        return value.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** One conversation, begun again where nobody is to blame; each try has a fresh inquiry. */
    private <T> T talk(Peer peer, String list, Function<Conversation, T> conversation) {
        if (trust.of(peer.party()).isEmpty()) {
            throw new Problem(NoticeCode.PEER_UNKNOWN, peer.party());
        }
        for (int left = TRIES; left > 0; left--) {
            try (Lines.Lease lease = lines.take(peer)) {
                try {
                    T said = conversation.apply(new Conversation(lease.wire()));
                    lease.isWhole();
                    return said;
                } catch (Outdated behind) {
                    lease.isWhole();
                } catch (Refused refused) {
                    lease.isWhole();
                    throw new Problem(refused.why().notice(), peer.party(), list);
                } catch (ChannelClosed down) {
                    left = lease.wasIdle() ? left + 1 : Math.min(left, 2);
                }
            } catch (Refused busy) {
                throw new Problem(busy.why().notice(), peer.party(), list);
            } catch (PeerAway away) {
                throw new Problem(NoticeCode.QUERY_PEER_AWAY, peer.party(), peer.address());
            } catch (PeerNotProven stranger) {
                throw new Problem(NoticeCode.PEER_NOT_PROVEN, peer.party(), peer.address());
            } catch (Misbehaviour wrong) {
                throw new Problem(NoticeCode.PEER_MISBEHAVED, peer.party(), String.valueOf(wrong.getMessage()));
            } catch (OtherRelease other) {
                throw new Problem(NoticeCode.PEER_OUTDATED, peer.party(), other.release(), 1);
            }
        }
        throw new Problem(NoticeCode.QUERY_PEER_AWAY, peer.party(), peer.address());
    }

    @Override
    public void close() {
        ahead.close();
        lines.close();
    }
}
