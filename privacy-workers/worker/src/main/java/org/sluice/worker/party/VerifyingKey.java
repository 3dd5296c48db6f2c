package org.sluice.worker.party;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** What others check a party's receipts with. */
public final class VerifyingKey {

    private final SigningSuite suite;
    private final AsymmetricKeyParameter key;
    private final String fingerprint;

    private VerifyingKey(SigningSuite suite, AsymmetricKeyParameter key, String fingerprint) {
        this.suite = suite;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /** @throws IllegalArgumentException if it is no point of its curve, or a key that no suite here signs with */
    static VerifyingKey of(SubjectPublicKeyInfo encoded) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(encoded);
            SigningSuite suite = SigningSuite.of(key)
                    .orElseThrow(() -> new IllegalArgumentException("it names no key of Ed25519, SM2 or P-256"));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded.getEncoded());
            return new VerifyingKey(suite, key, HexFormat.of().formatHex(hash));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("its key for receipts cannot be read", unreadable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public SigningSuite suite() {
        return suite;
    }

    /** SHA-256 of the encoded key, in lower-case hex. */
    public String fingerprint() {
        return fingerprint;
    }

    AsymmetricKeyParameter key() {
        return key;
    }

    /** Whether the signature is this key's for this message; anything that is no signature is not. */
    public boolean verify(byte[] message, byte[] signature) {
        Signer signer = suite.signer();
        signer.init(false, key);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }
}
