package org.sluice.worker.party;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/**
 * The party that a worker speaks for, the key that proves it, and the one that its receipts are signed with: a key of
 * their own, which the certificate names; the certificate's own in a folder that was made before there were any.
 */
public record Identity(PartyId party, PrivateKey key, X509Certificate certificate, SigningKey receipts) {

    private static final int SALT = 32;

    /** Makes keys and a certificate of its own and writes them into the folder; its receipts are signed with Ed25519. */
    public static Identity create(WorkerFolder folder, PartyId party, Instant now, SecureRandom random) {
        return create(folder, party, SigningSuite.ED25519, now, random);
    }

    /** Makes keys and a certificate of its own and writes them into the folder. */
    public static Identity create(
            WorkerFolder folder, PartyId party, SigningSuite suite, Instant now, SecureRandom random) {
        KeyPair keys = newKeys(random);
        SigningKey receipts = SigningKey.create(suite, random);
        X509Certificate certificate = Certificates.issue(party, keys, receipts.encodedPublic(), now, random);
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        try {
            WorkerFolder.write(
                    folder.key(),
                    Certificates.pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
            WorkerFolder.write(folder.receiptKey(), Certificates.pem("PRIVATE KEY", receipts.encodedPrivate()));
            WorkerFolder.write(folder.versionSalt(), salt);
            // last: its presence says that the folder is complete
            WorkerFolder.write(folder.certificate(), Certificates.pem("CERTIFICATE", certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A certificate just made can be encoded", impossible);
        }
        return new Identity(party, keys.getPrivate(), certificate, receipts);
    }

    public static Identity read(WorkerFolder folder) {
        X509Certificate certificate = Certificates.read(folder.certificate());
        VerifyingKey named = Certificates.receiptKeyOf(certificate);
        return new Identity(
                Certificates.partyOf(certificate),
                Certificates.readKey(folder.key()),
                certificate,
                SigningKey.read(named.suite() == SigningSuite.P256 ? folder.key() : folder.receiptKey(), named));
    }

    /** The name alone: a key shows in no log. */
    @Override
    public String toString() {
        return "Identity of " + party;
    }

    private static KeyPair newKeys(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has P-256", impossible);
        }
    }
}
