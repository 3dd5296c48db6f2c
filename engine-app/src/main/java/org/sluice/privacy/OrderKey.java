package org.sluice.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key with which the house signs what it orders workers to do: Ed25519 (RFC 8032) of the JDK. It is made when it is
 * first needed and stands in a file that nobody else reads; the public half, which workers get, stands beside it as
 * {@code order-key.pub.pem}, an X.509 SubjectPublicKeyInfo.
 */
@Component
public class OrderKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String OWNER_ONLY = "rw-------";

    private final Path file;
    private @Nullable PrivateKey key;

    /** {@code sluice.privacy.order-key} names another place for the private half. */
    public OrderKey(Environment environment) {
        var home = Path.of(environment.getProperty("sluice.home", ".sluice"));
        this.file = Path.of(environment.getProperty(
                        "sluice.privacy.order-key",
                        home.resolve("order-key.pem").toString()))
                .toAbsolutePath()
                .normalize();
    }

    /** Signs the UTF-8 bytes of a text, in base 64. */
    public String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key in " + file + " signs nothing", e);
        }
    }

    /** The file with the public half, made if need be. */
    public Path publicFile() {
        key();
        return beside(file);
    }

    private static Path beside(Path privateFile) {
        var name = privateFile.getFileName().toString().replaceFirst("\\.pem$", "") + ".pub.pem";
        return privateFile.resolveSibling(name);
    }

    private synchronized PrivateKey key() {
        var known = key;
        if (known == null) {
            known = Files.exists(file) ? read() : make();
            key = known;
        }
        return known;
    }

    private PrivateKey read() {
        try {
            var text = Files.readString(file);
            var body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs orders cannot be read: " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("There is no Ed25519 key in " + file, e);
        }
    }

    /** The public half is written first: where there is a private one, there are both. */
    private PrivateKey make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createDirectories(file.getParent());
            write(beside(file), pem(PUBLIC, pair.getPublic().getEncoded()));
            write(file, pem(PRIVATE, pair.getPrivate().getEncoded()));
            return pair.getPrivate();
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs orders cannot be kept: " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform from 15 on has Ed25519", e);
        }
    }

    private static void write(Path to, String text) throws IOException {
        var fresh = to.resolveSibling(to.getFileName() + ".new");
        try {
            if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            }
        } catch (FileAlreadyExistsException leftOver) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(OWNER_ONLY));
        }
        Files.writeString(fresh, text);
        try {
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String pem(String what, byte[] encoded) {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
