package org.sluice.worker.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** Certificates of peers, one file each; read anew whenever somebody connects, so that a change needs no restart. */
public record Trust(WorkerFolder folder) {

    /** Takes a peer's certificate over, and says whose it is. */
    public PartyId add(Path file, boolean replace) {
        X509Certificate certificate = Certificates.read(file);
        PartyId peer = Certificates.partyOf(certificate);
        if (peer.equals(Identity.read(folder).party())) {
            throw new Problem(NoticeCode.CERTIFICATE_OWN, file);
        }
        if (!replace && of(peer).filter(known -> !known.equals(certificate)).isPresent()) {
            throw new Problem(NoticeCode.TRUST_TAKEN, peer);
        }
        try {
            WorkerFolder.write(folder.trusted(peer), Certificates.pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A certificate that was read can be encoded", impossible);
        }
        return peer;
    }

    /** Every certificate that is trusted. */
    public List<X509Certificate> all() {
        try (var files = Files.list(folder.trust())) {
            return files.filter(file -> file.toString().endsWith(".crt"))
                    .sorted()
                    .map(Certificates::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<X509Certificate> of(PartyId peer) {
        Path file = folder.trusted(peer);
        return Files.exists(file)
                ? Optional.of(Certificates.read(file))
                        .filter(each -> Certificates.partyOf(each).equals(peer))
                : Optional.empty();
    }

    /** Whose certificate this is, if it is trusted. */
    public Optional<PartyId> ownerOf(X509Certificate certificate) {
        try (var files = Files.list(folder.trust())) {
            return files.filter(file -> file.toString().endsWith(".crt"))
                    .map(Certificates::read)
                    .filter(certificate::equals)
                    .map(Certificates::partyOf)
                    .filter(party -> of(party).filter(certificate::equals).isPresent())
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
