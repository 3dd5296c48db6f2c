package org.sluice.worker.party;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.DSADigestSigner;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/** By what a party signs the receipts that it answers for. */
public enum SigningSuite {
    /** RFC 8032. */
    ED25519("Ed25519") {
        @Override
        AsymmetricCipherKeyPair newKeys(SecureRandom random) {
            var generator = new Ed25519KeyPairGenerator();
            generator.init(new Ed25519KeyGenerationParameters(random));
            return generator.generateKeyPair();
        }

        @Override
        Signer signer() {
            return new Ed25519Signer();
        }
    },

    /** GB/T 32918 with SM3 and the user id of GB/T 35276; the signature is DER. */
    SM2("SM2-SM3") {
        @Override
        AsymmetricCipherKeyPair newKeys(SecureRandom random) {
            return keysOn(GMObjectIdentifiers.sm2p256v1, random);
        }

        @Override
        Signer signer() {
            return new SM2Signer();
        }
    },

    /** What a certificate's own key signs with, for a folder that was made before there were keys for receipts. */
    P256("ECDSA-P256-SHA256") {
        @Override
        AsymmetricCipherKeyPair newKeys(SecureRandom random) {
            return keysOn(SECObjectIdentifiers.secp256r1, random);
        }

        @Override
        Signer signer() {
            return new DSADigestSigner(new ECDSASigner(), new SHA256Digest());
        }
    };

    private final String word;

    SigningSuite(String word) {
        this.word = word;
    }

    /** As it stands in receipts. */
    public String word() {
        return word;
    }

    /** The suite that a key, private or public, is for; none for another kind of key or another curve. */
    static Optional<SigningSuite> of(AsymmetricKeyParameter key) {
        if (key instanceof Ed25519PublicKeyParameters || key instanceof Ed25519PrivateKeyParameters) {
            return Optional.of(ED25519);
        }
        if (!(key instanceof ECKeyParameters curve)
                || !(curve.getParameters() instanceof ECNamedDomainParameters named)) {
            return Optional.empty();
        }
        return named.getName().equals(GMObjectIdentifiers.sm2p256v1)
                ? Optional.of(SM2)
                : Optional.of(P256).filter(each -> named.getName().equals(SECObjectIdentifiers.secp256r1));
    }

    abstract AsymmetricCipherKeyPair newKeys(SecureRandom random);

    abstract Signer signer();

    private static AsymmetricCipherKeyPair keysOn(ASN1ObjectIdentifier curve, SecureRandom random) {
        var domain = new ECNamedDomainParameters(curve, ECNamedCurveTable.getByOID(curve));
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(domain, random));
        return generator.generateKeyPair();
    }
}
