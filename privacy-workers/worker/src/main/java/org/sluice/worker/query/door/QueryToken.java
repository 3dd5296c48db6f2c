package org.sluice.worker.query.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sluice.worker.party.WorkerFolder;

/** What the party's own systems show at the door: 64 hexadecimal digits in a file. Read for every request, so that a new one needs no restart. */
public record QueryToken(Path file) {

    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    /** The token of a folder; made if there is none. */
    public static QueryToken of(WorkerFolder folder, SecureRandom random) {
        QueryToken token = new QueryToken(folder.queryCredential());
        if (!Files.exists(token.file())) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            WorkerFolder.write(token.file(), HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        }
        return token;
    }

    /** Whether an {@code Authorization} header shows it; takes as long wherever the two differ. */
    boolean isShownBy(@Nullable String header) {
        if (header == null || !header.startsWith(SCHEME)) {
            return false;
        }
        try {
            String token = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return token.matches("[0-9a-f]{64}")
                    && MessageDigest.isEqual(sha256(token), sha256(header.substring(SCHEME.length())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
