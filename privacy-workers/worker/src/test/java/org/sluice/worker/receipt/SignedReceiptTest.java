package org.sluice.worker.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.jar.Manifest;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.worker.notice.Problem;
import org.sluice.worker.party.Certificates;
import org.sluice.worker.party.Identity;
import org.sluice.worker.party.PartyId;
import org.sluice.worker.party.SigningSuite;
import org.sluice.worker.party.VerifyingKey;
import org.sluice.worker.party.WorkerFolder;

class SignedReceiptTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String BANKS = "companies@" + "a".repeat(64);
    private static final String SUPPLIERS = "firms@" + "b".repeat(64);

    @TempDir
    Path root;

    private final SecureRandom random = new SecureRandom();
    private final UUID job = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(names = {"ED25519", "SM2"})
    void isSignedByTheKeyThatTheCertificateNamesAndByNoOther(SigningSuite suite) {
        Identity bank = identity("bank", suite);
        SignedReceipt receipt = SignedReceipt.sign(banks(20), bank, random);

        SignedReceipt read = SignedReceipt.parse(receipt.text());

        assertThat(read.isSignedBy(keyOf(bank))).isTrue();
        assertThat(read.isSignedBy(keyOf(identity("other", suite)))).isFalse();
        assertThat(read.text()).isEqualTo(receipt.text()).hasSizeLessThan(SignedReceipt.LONGEST);
        assertThat(read.content().path("algorithm").asText()).isEqualTo(suite.word());
    }

    /** White space and the order of names are no content. */
    @Test
    void isTheSameInAnotherSpelling() {
        Identity bank = identity("bank", SigningSuite.ED25519);
        String text = SignedReceipt.sign(banks(20), bank, random).text();

        assertThat(SignedReceipt.parse(text.replace(",", " ,\n ")).isSignedBy(keyOf(bank)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "\"common\":20, \"common\":21",
        "\"signer\":\"bank\", \"signer\":\"tank\"",
        "\"attempts\":1, \"attempts\":2",
        "\"algorithm\":\"Ed25519\", \"algorithm\":\"SM2-SM3\"",
        "\"role\":\"learner\", \"role\":\"responder\""
    })
    void losesItsSignatureWithAnyChange(String what, String by) {
        Identity bank = identity("bank", SigningSuite.ED25519);
        String text = SignedReceipt.sign(banks(20), bank, random).text();
        assertThat(text).contains(what);

        assertThat(SignedReceipt.parse(text.replace(what, by)).isSignedBy(keyOf(bank)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "[]",
                "{\"receipt\":{\"format\":\"sluice-receipt/1\"}}",
                "{\"receipt\":{\"format\":\"sluice-receipt/2\"},\"signature\":\"AA==\"}",
                "{\"receipt\":{\"format\":\"sluice-receipt/1\"},\"signature\":\"?\"}",
                "{\"receipt\":{\"format\":\"sluice-receipt/1\",\"common\":1,\"common\":2},\"signature\":\"AA==\"}",
                "{\"receipt\":{\"format\":\"sluice-receipt/1\",\"common\":1.5},\"signature\":\"AA==\"}",
                "{\"receipt\":{\"format\":\"sluice-receipt/1\"},\"signature\":\"AA==\"} more"
            })
    void takesNothingElseForAReceipt(String text) {
        assertThatThrownBy(() -> SignedReceipt.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agreesWhereBothHaveSignedTheSameOfTheJob() {
        Comparison comparison = compare(banks(20), suppliers(20));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.fields()).isEqualTo(17);
    }

    /** A learner that told its peer another number than it signed. */
    @Test
    void showsAnotherNumber() {
        assertThat(compare(banks(20), suppliers(21)).differences())
                .extracting(Comparison.Difference::field)
                .containsExactly("common");
    }

    @Test
    void showsTwoThatSignAsTheSameSide() {
        assertThat(compare(banks(20), receipt(20, "learner")).differences())
                .extracting(Comparison.Difference::field)
                .containsExactly("role");
    }

    /** A folder from before there were keys for receipts has a certificate that names none: its own key signs. */
    @Test
    void isSignedByTheCertificatesOwnKeyWhereThereIsNoOther() throws Exception {
        WorkerFolder folder = folder("bank", SigningSuite.ED25519);
        Files.delete(folder.receiptKey());
        writeAsBefore(folder);
        Identity identity = Identity.read(folder);

        SignedReceipt receipt = SignedReceipt.sign(banks(20), identity, random);

        assertThat(receipt.isSignedBy(keyOf(identity))).isTrue();
        assertThat(receipt.content().path("algorithm").asText()).isEqualTo("ECDSA-P256-SHA256");
    }

    @Test
    void isNotSignedWithAKeyThatTheCertificateDoesNotName() throws IOException {
        WorkerFolder bank = folder("bank", SigningSuite.ED25519);
        WorkerFolder other = folder("other", SigningSuite.SM2);
        Files.copy(other.receiptKey(), bank.receiptKey(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> Identity.read(bank))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not the key that the certificate names");
        Files.delete(bank.receiptKey());
        assertThatThrownBy(() -> Identity.read(bank)).hasMessageContaining("key-unreadable");
    }

    @Test
    void namesTheCodeByTheManifestAlone() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        assertThat(CodeVersion.of(manifest)).isEmpty();
        manifest.getMainAttributes().putValue("Sluice-Worker-Version", "1.2");
        assertThat(CodeVersion.of(manifest)).contains(new CodeVersion("1.2"));
        manifest.getMainAttributes().putValue("Sluice-Worker-Commit", "0abc");
        assertThat(CodeVersion.of(manifest)).contains(new CodeVersion("1.2 0abc"));
        assertThat(CodeVersion.present().text()).isNotBlank();
    }

    /** A certificate that names no key for receipts, as they were made before there was one. */
    private void writeAsBefore(WorkerFolder folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=bank,O=Sluice worker");
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(NOW), Date.from(NOW.plusSeconds(1_000_000)), name, keys.getPublic());
        byte[] certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                .getEncoded();
        Files.writeString(folder.key(), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        Files.writeString(folder.certificate(), pem("CERTIFICATE", certificate));
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + what
                + "-----\n";
    }

    private Comparison compare(Receipt banks, Receipt suppliers) {
        return Comparison.of(
                SignedReceipt.sign(banks, identity("bank", SigningSuite.ED25519), random),
                SignedReceipt.sign(suppliers, identity("supplier-a", SigningSuite.SM2), random));
    }

    private Receipt banks(int common) {
        return receipt(common, "learner");
    }

    private Receipt suppliers(int common) {
        return receipt(common, "responder");
    }

    private Receipt receipt(int common, String role) {
        return new Receipt(
                job,
                "match-test",
                null,
                "ecdh-cardinality/v1",
                "curve25519",
                "cardinality",
                10,
                1000,
                new Receipt.Side("bank", BANKS, 30),
                new Receipt.Side("supplier-a", SUPPLIERS, 40),
                common,
                4711,
                "c".repeat(64),
                role,
                role.equals("learner") ? 1 : 2,
                "test",
                NOW,
                NOW.plusSeconds(role.length()));
    }

    private Identity identity(String party, SigningSuite suite) {
        return Identity.read(folder(party, suite));
    }

    private WorkerFolder folder(String party, SigningSuite suite) {
        WorkerFolder folder = WorkerFolder.create(root.resolve(party + List.of(suite)));
        Identity.create(folder, new PartyId(party), suite, NOW, random);
        return folder;
    }

    private static VerifyingKey keyOf(Identity identity) {
        return Certificates.receiptKeyOf(identity.certificate());
    }
}
