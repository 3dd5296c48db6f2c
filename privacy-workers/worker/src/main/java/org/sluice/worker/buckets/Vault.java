package org.sluice.worker.buckets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sluice.protocol.Secret;
import org.sluice.worker.party.WorkerFolder;

/**
 * Seals results for the disk: AES-256 in Galois/counter mode, a fresh nonce of 96 bits each, bound to a label so that one
 * result cannot stand in for another. Whoever removes the key's file has purged all that was sealed under it.
 */
public final class Vault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Secret key;
    private final SecureRandom random;

    private Vault(Secret key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    /** Opens with the key in this file, and makes one if there is none. */
    public static Vault of(Path keyFile, SecureRandom random) {
        try {
            if (!Files.exists(keyFile)) {
                byte[] fresh = new byte[KEY];
                random.nextBytes(fresh);
                WorkerFolder.write(keyFile, fresh);
                Arrays.fill(fresh, (byte) 0);
            }
            byte[] read = Files.readAllBytes(keyFile);
            Secret key = Secret.copyOf(read);
            Arrays.fill(read, (byte) 0);
            return new Vault(key, random);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public byte[] seal(String label, byte[] content) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, label, nonce).doFinal(content);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    /** @throws IllegalStateException if the bytes were changed, or sealed under another label or key */
    public byte[] open(String label, byte[] sealed) {
        if (sealed.length < NONCE) {
            throw new IllegalStateException("The result " + label + " is cut short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, label, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException changed) {
            throw new IllegalStateException("The result " + label + " is not the one that was kept", changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, String label, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec spec = key.use(bytes -> new SecretKeySpec(bytes, "AES"));
        cipher.init(mode, spec, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
