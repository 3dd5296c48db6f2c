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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** Self-signed certificates, which are compared byte for byte and never chained: what counts is that both have pinned them. */
public final class Certificates {

    /** Long enough not to expire in an evaluation; short enough that somebody must think of it again. */
    private static final int DAYS = 825;

    private Certificates() {}

    static X509Certificate issue(PartyId party, KeyPair keys, Instant now, SecureRandom random) {
        X500Name name = new X500Name("CN=" + party + ",O=Sluice worker");
        Date from = Date.from(now.minus(1, ChronoUnit.HOURS));
        Date to = Date.from(now.plus(DAYS, ChronoUnit.DAYS));
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var builder = new JcaX509v3CertificateBuilder(
                    name, new BigInteger(127, random), from, to, name, keys.getPublic());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
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
