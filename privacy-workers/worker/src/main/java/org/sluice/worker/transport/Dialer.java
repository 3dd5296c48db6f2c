package org.sluice.worker.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import javax.net.ssl.SSLSocket;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Patience;
import org.sluice.worker.party.Trust;

/** Calls peers. */
public final class Dialer {

    private final MutualTls tls;
    private final Patience patience;

    public Dialer(Identity identity, Trust trust, Patience patience, Clock clock) {
        this.tls = new MutualTls(identity, trust, clock);
        this.patience = patience;
    }

    /**
     * A line to a peer that has proven who it is, and has accepted who we are.
     *
     * @throws PeerAway if nobody answers
     * @throws PeerNotProven if somebody else does, or the peer does not accept our certificate
     */
    public Channel dial(PartyId peer, Address address) {
        Socket raw = connect(address);
        try {
            SSLSocket socket = tls.toward(peer, raw);
            // In TLS 1.3 a client hears of its certificate's refusal only when it reads.
            if (socket.getInputStream().read() != Reception.WELCOME) {
                throw new PeerAway("The line was closed before the welcome");
            }
            return TlsChannel.over(socket, raw, patience);
        } catch (IOException failed) {
            closed(raw);
            throw MutualTls.isLoss(failed)
                    ? new PeerAway(String.valueOf(failed.getMessage()))
                    : new PeerNotProven(String.valueOf(failed.getMessage()));
        } catch (PeerAway away) {
            closed(raw);
            throw away;
        }
    }

    private Socket connect(Address address) {
        Socket raw = new Socket();
        int millis = Math.toIntExact(patience.connect().toMillis());
        try {
            raw.connect(new InetSocketAddress(address.host(), address.port()), millis);
            raw.setSoTimeout(millis);
            return raw;
        } catch (IOException unreachable) {
            closed(raw);
            throw new PeerAway(String.valueOf(unreachable.getMessage()));
        }
    }

    private static void closed(Socket raw) {
        try {
            raw.close();
        } catch (IOException alreadyDown) {
            // nothing is left to close
        }
    }
}
