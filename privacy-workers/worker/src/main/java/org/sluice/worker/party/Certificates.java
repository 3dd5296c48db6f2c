package org.sluice.worker.party;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** Self-signed certificates, which are compared byte for byte and never chained: what counts is that both have pinned them. */
public final class Certificates {

    /** Of our own (X.667, without registration): the key of the party's receipts, as a SubjectPublicKeyInfo. */
    private static final ASN1ObjectIdentifier RECEIPT_KEY =
            new ASN1ObjectIdentifier("2.25.179102838439072919755080883874315277262");

    /** Long enough not to expire in an evaluation; short enough that somebody must think of it again. */
    private static final int DAYS = 825;

    private Certificates() {}

    /** The key of the party's receipts goes in, so that whoever pins the certificate has pinned that key as well. */
    static X509Certificate issue(
            PartyId party, KeyPair keys, SubjectPublicKeyInfo receipts, Instant now, SecureRandom random) {
        X500Name name = new X500Name("CN=" + party + ",O=Sluice worker");
        Date from = Date.from(now.minus(1, ChronoUnit.HOURS));
        Date to = Date.from(now.plus(DAYS, ChronoUnit.DAYS));
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var builder = new JcaX509v3CertificateBuilder(
                            name, new BigInteger(127, random), from, to, name, keys.getPublic())
                    .addExtension(RECEIPT_KEY, false, receipts);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
            throw new IllegalStateException("This platform cannot sign with P-256", impossible);
        }
    }

    /** Reads PEM or DER. */
    public static X509Certificate read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new Problem(NoticeCode.CERTIFICATE_UNREADABLE, file, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The party that a certificate names. */
    public static PartyId partyOf(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var names = subject.getRDNs(BCStyle.CN);
        return new PartyId(
                names.length == 0
                        ? ""
                        : IETFUtils.valueToString(names[0].getFirst().getValue()));
    }

    /**
     * What the party's receipts are checked with: the key that the certificate names for it, and its own where it names
     * none.
     *
     * @throws Problem if that is no key which receipts can be signed with
     */
    public static VerifyingKey receiptKeyOf(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(RECEIPT_KEY.getId());
        try {
            return VerifyingKey.of(SubjectPublicKeyInfo.getInstance(
                    extension == null
                            ? certificate.getPublicKey().getEncoded()
                            : ASN1OctetString.getInstance(extension).getOctets()));
        } catch (IllegalArgumentException unfit) {
            throw new Problem(NoticeCode.KEY_UNREADABLE, partyOf(certificate), String.valueOf(unfit.getMessage()));
        }
    }

    /** What two people compare on the telephone. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A certificate that was read can be encoded", impossible);
        }
    }

    static PrivateKey readKey(Path file) {
        try {
            String pem =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Problem(
                    NoticeCode.CERTIFICATE_UNREADABLE,
                    file,
                    unreadable.getClass().getSimpleName());
        }
    }

    static byte[] pem(String what, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return ("-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
