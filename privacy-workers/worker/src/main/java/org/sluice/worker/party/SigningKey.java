package org.sluice.worker.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** What a party signs its receipts with. It shows nothing of itself. */
public final class SigningKey {

    private final AsymmetricKeyParameter key;
    private final VerifyingKey verifying;

    private SigningKey(AsymmetricKeyParameter key, VerifyingKey verifying) {
        this.key = key;
        this.verifying = verifying;
    }

    static SigningKey create(SigningSuite suite, SecureRandom random) {
        AsymmetricCipherKeyPair keys = suite.newKeys(random);
        return new SigningKey(keys.getPrivate(), VerifyingKey.of(encoded(keys.getPublic())));
    }

    /** The key in a file, which must belong to the one that the certificate names. */
    static SigningKey read(Path file, VerifyingKey named) {
        try {
            String pem =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            AsymmetricKeyParameter key =
                    PrivateKeyFactory.createKey(Base64.getDecoder().decode(pem));
            if (!Arrays.equals(
                    encoded(publicOf(key)).getEncoded(), encoded(named.key()).getEncoded())) {
                throw new IllegalArgumentException("it is not the key that the certificate names");
            }
            return new SigningKey(key, named);
        } catch (IOException unreadable) {
            throw new Problem(
                    NoticeCode.KEY_UNREADABLE, file, unreadable.getClass().getSimpleName());
        } catch (IllegalArgumentException wrong) {
            throw new Problem(NoticeCode.KEY_UNREADABLE, file, String.valueOf(wrong.getMessage()));
        }
    }

    public VerifyingKey verifying() {
        return verifying;
    }

    /** Signs a message; Ed25519 needs no randomness and takes none. */
    public byte[] sign(byte[] message, SecureRandom random) {
        Signer signer = verifying.suite().signer();
        signer.init(true, key instanceof Ed25519PrivateKeyParameters ? key : new ParametersWithRandom(key, random));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException impossible) {
            throw new IllegalStateException("A key that was read can sign", impossible);
        }
    }

    SubjectPublicKeyInfo encodedPublic() {
        return encoded(verifying.key());
    }

    byte[] encodedPrivate() {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("A key just made can be encoded", impossible);
        }
    }

    private static AsymmetricKeyParameter publicOf(AsymmetricKeyParameter key) {
        if (key instanceof Ed25519PrivateKeyParameters edwards) {
            return edwards.generatePublicKey();
        }
        if (key instanceof ECPrivateKeyParameters curve) {
            var domain = curve.getParameters();
            return new ECPublicKeyParameters(
                    new FixedPointCombMultiplier().multiply(domain.getG(), curve.getD()), domain);
        }
        throw new IllegalArgumentException("it is no private key of Ed25519, SM2 or P-256");
    }

    private static SubjectPublicKeyInfo encoded(AsymmetricKeyParameter key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
        } catch (IOException impossible) {
            throw new IllegalStateException("A key that was read can be encoded", impossible);
        }
    }

    @Override
    public String toString() {
        return "Signing key of " + verifying.suite().word();
    }
}
