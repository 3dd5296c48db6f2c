package org.sluice.worker.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.Trust;

/**
 * TLS 1.3 with certificates on both sides, over a socket that stands already. Each connection has a context of its own:
 * no session is resumed, so that each one proves both keys against what is trusted at that moment.
 */
record MutualTls(Identity identity, Trust trust, Clock clock) {

    private static final char[] NO_PASSWORD = {};

    SSLSocket toward(PartyId peer, Socket raw) throws IOException {
        Optional<X509Certificate> pinned = trust.of(peer);
        SSLSocket socket =
                layered(certificate -> pinned.filter(certificate::equals).isPresent(), raw, true);
        socket.startHandshake();
        return socket;
    }

    SSLSocket fromAnyTrusted(Socket raw) throws IOException {
        SSLSocket socket = layered(certificate -> trust.ownerOf(certificate).isPresent(), raw, false);
        socket.setNeedClientAuth(true);
        socket.startHandshake();
        return socket;
    }

    /** Who is at the other end of a socket that {@link #fromAnyTrusted} made. */
    PartyId peerOf(SSLSocket socket) throws IOException {
        Certificate[] chain = socket.getSession().getPeerCertificates();
        return trust.ownerOf((X509Certificate) chain[0]).orElseThrow(() -> new SSLException("No longer trusted"));
    }

    /** Whether the line just went down, which happens to honest parties, and not what came over it was wrong. */
    static boolean isLoss(IOException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof EOFException
                    || each instanceof SocketException
                    || each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return !(failure instanceof SSLException);
    }

    /** The plain socket stays its owner's to close. */
    private SSLSocket layered(Predicate<X509Certificate> pinned, Socket raw, boolean client) throws IOException {
        var factory = context(pinned).getSocketFactory();
        SSLSocket socket =
                (SSLSocket) factory.createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), false);
        socket.setUseClientMode(client);
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        return socket;
    }

    private SSLContext context(Predicate<X509Certificate> pinned) {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry("party", identity.key(), NO_PASSWORD, new Certificate[] {identity.certificate()});
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {new PinnedTrust(pinned, clock)}, null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("This platform cannot set up TLS 1.3", impossible);
        }
    }
}
