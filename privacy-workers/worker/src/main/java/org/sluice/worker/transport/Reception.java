package org.sluice.worker.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sluice.protocol.channel.Channel;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Address;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Patience;
import org.sluice.worker.party.Trust;

/** Where peers call. Strangers are dropped before a byte of theirs is read as anything but TLS. */
public final class Reception implements AutoCloseable {

    static final int WELCOME = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final int CALLERS_AT_ONCE = 32;
    private static final Duration FAREWELL = Duration.ofMillis(500);
    private static final int FAREWELL_BYTES = 1 << 16;

    private final ServerSocket door;
    private final MutualTls tls;
    private final Patience patience;
    private final BiConsumer<PartyId, Channel> host;
    private final Semaphore room = new Semaphore(CALLERS_AT_ONCE);
    private final ExecutorService attendants = Executors.newCachedThreadPool(runnable -> {
        Thread thread = new Thread(runnable, "reception");
        thread.setDaemon(true);
        return thread;
    });

    private Reception(ServerSocket door, MutualTls tls, Patience patience, BiConsumer<PartyId, Channel> host) {
        this.door = door;
        this.tls = tls;
        this.patience = patience;
        this.host = host;
    }

    /** Opens at an address; port 0 takes a free one. The host gets each proven caller, and the line becomes its own. */
    public static Reception open(
            Address address,
            Identity identity,
            Trust trust,
            Patience patience,
            Clock clock,
            BiConsumer<PartyId, Channel> host) {
        try {
            ServerSocket door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(address.host(), address.port()));
            Reception reception = new Reception(door, new MutualTls(identity, trust, clock), patience, host);
            reception.attendants.execute(reception::admit);
            return reception;
        } catch (IOException taken) {
            throw new Problem(NoticeCode.PORT_TAKEN, address, String.valueOf(taken.getMessage()));
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                room.acquire();
                Socket raw = door.accept();
                attendants.execute(() -> receive(raw));
            } catch (InterruptedException stopped) {
                return;
            } catch (IOException closed) {
                room.release();
            }
        }
    }

    private void receive(Socket raw) {
        boolean isTurnedAway = false;
        try {
            host(raw);
        } catch (IOException | RuntimeException turnedAway) {
            LOG.warn("Turned away a caller from {}: {}", raw.getRemoteSocketAddress(), turnedAway.getMessage());
            isTurnedAway = true;
        } finally {
            room.release();
        }
        if (isTurnedAway) {
            turnAway(raw);
        }
    }

    private void host(Socket raw) throws IOException {
        // The wait for each read would let a stranger that sends byte by byte keep its place for ever.
        Deadline proven = Deadline.in(patience.connect(), () -> cut(raw));
        SSLSocket socket;
        PartyId caller;
        try {
            raw.setSoTimeout(Math.toIntExact(patience.connect().toMillis()));
            socket = tls.fromAnyTrusted(raw);
            caller = tls.peerOf(socket);
            socket.getOutputStream().write(WELCOME);
        } finally {
            proven.lift();
        }
        host.accept(caller, TlsChannel.over(socket, raw, patience));
    }

    /** Reads what the caller has sent already: closed over unread bytes, a socket would drop the alert that tells why. */
    private static void turnAway(Socket raw) {
        Deadline farewell = Deadline.in(FAREWELL, () -> cut(raw));
        try (raw) {
            raw.shutdownOutput();
            raw.getInputStream().readNBytes(FAREWELL_BYTES);
        } catch (IOException alreadyDown) {
            // nothing is left to say
        } finally {
            farewell.lift();
        }
    }

    private static void cut(Socket raw) {
        try {
            raw.close();
        } catch (IOException alreadyDown) {
            // nothing is left to close
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException alreadyDown) {
            // nothing is left to close
        }
        attendants.shutdownNow();
    }
}
