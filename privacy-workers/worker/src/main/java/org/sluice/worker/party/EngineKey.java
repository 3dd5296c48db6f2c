package org.sluice.worker.party;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.sluice.worker.notice.NoticeCode;
import org.sluice.worker.notice.Problem;

/** What the engine's orders are checked with: an Ed25519 key that the worker's owner has put into its folder. */
public record EngineKey(VerifyingKey key) {

    /**
     * Trusts the key in a file: PEM, X.509 SubjectPublicKeyInfo.
     *
     * @throws Problem if it is no such key, or another one is trusted and shall not be replaced
     */
    public static EngineKey add(WorkerFolder folder, Path file, boolean replace) {
        byte[] pem = content(file);
        EngineKey added = read(file, pem);
        Optional<EngineKey> present = of(folder);
        if (present.isPresent() && !replace && !present.get().fingerprint().equals(added.fingerprint())) {
            throw new Problem(NoticeCode.ENGINE_KEY_TAKEN);
        }
        WorkerFolder.write(folder.engineKey(), pem);
        return added;
    }

    /** The key that is trusted; none before the owner has given one. */
    public static Optional<EngineKey> of(WorkerFolder folder) {
        return Files.exists(folder.engineKey())
                ? Optional.of(read(folder.engineKey(), content(folder.engineKey())))
                : Optional.empty();
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Problem(NoticeCode.ENGINE_KEY_UNREADABLE, file, "the file cannot be read");
        }
    }

    private static EngineKey read(Path file, byte[] text) {
        try (PEMParser pem = new PEMParser(new StringReader(new String(text, StandardCharsets.US_ASCII)))) {
            if (pem.readObject() instanceof SubjectPublicKeyInfo encoded) {
                VerifyingKey key = VerifyingKey.of(encoded);
                if (key.suite() == SigningSuite.ED25519) {
                    return new EngineKey(key);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            // said below
        }
        throw new Problem(NoticeCode.ENGINE_KEY_UNREADABLE, file, "it must hold a PUBLIC KEY for Ed25519, in PEM");
    }

    /** SHA-256 of the encoded key, in lower-case hex: what two people compare. */
    public String fingerprint() {
        return key.fingerprint();
    }

    /** Whether the engine has signed exactly this text. */
    public boolean hasSigned(String text, byte[] signature) {
        return key.verify(text.getBytes(StandardCharsets.UTF_8), signature);
    }
}
