package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sluice.protocol.Column;

/**
 * All that follows from an output of the oblivious function: the place of its record, and the record's keys, by HKDF-Expand
 * of RFC 5869 with HMAC-SHA-256 (the output is uniform, so that nothing needs extracting). For one thread.
 */
final class RecordCipher {

    private static final int BLOCK = 32;
    private static final byte[] PLACE = "sluice/hidden/v1/place".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RECORD = "sluice/hidden/v1/record".getBytes(StandardCharsets.US_ASCII);
    private static final byte END = (byte) 0x80;

    private final byte[] salt;
    private final Mac hmac;

    RecordCipher(byte[] salt) {
        this.salt = salt;
        try {
            this.hmac = Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }

    Place place(byte[] output) {
        return Place.at(Column.owning(placeBytes(output), Place.LENGTH), 0);
    }

    byte[] placeBytes(byte[] output) {
        byte[] info = ByteBuffer.allocate(PLACE.length + salt.length)
                .put(PLACE)
                .put(salt)
                .array();
        return expand(output, info, Place.LENGTH);
    }

    /** A record of 88 bytes. */
    byte[] seal(byte[] output, long tag, int version, byte[] value) {
        if (value.length > Layout.VALUE) {
            throw new IllegalArgumentException("A value has at most 64 bytes, not " + value.length);
        }
        byte[] keys = keys(output, version);
        byte[] content = Arrays.copyOf(value, Layout.VALUE);
        if (value.length < Layout.VALUE) {
            content[value.length] = END;
        }
        add(keys, content);
        ByteBuffer record =
                ByteBuffer.allocate(Layout.RECORD).putLong(tag).putInt(version).put(content);
        return record.put(mac(keys, record.array(), value.length)).array();
    }

    /** The value of a record, or nothing if it was not sealed under this output; takes the same steps either way. */
    Optional<byte[]> open(byte[] output, byte[] record) {
        byte[] keys = keys(output, version(record));
        byte[] content = Arrays.copyOfRange(record, Layout.TAG + Layout.VERSION, Layout.RECORD - Layout.MAC);
        add(keys, content);
        byte[] found = Arrays.copyOfRange(record, Layout.RECORD - Layout.MAC, Layout.RECORD);
        int padded = lengthOfPadded(content);
        boolean isPadded = MessageDigest.isEqual(found, mac(keys, record, padded));
        boolean isFull = MessageDigest.isEqual(found, mac(keys, record, Layout.VALUE));
        byte[] value = Arrays.copyOf(content, isFull ? Layout.VALUE : padded);
        return isPadded || isFull ? Optional.of(value) : Optional.empty();
    }

    static int version(byte[] record) {
        return ByteBuffer.wrap(record).getInt(Layout.TAG);
    }

    /** Where the last byte stands that is not zero; a value of 64 bytes may look padded, which the MAC tells. */
    private static int lengthOfPadded(byte[] content) {
        int last = content.length - 1;
        while (last > 0 && content[last] == 0) {
            last--;
        }
        return last;
    }

    /** 64 bytes of keystream, 32 of the MAC's key. */
    private byte[] keys(byte[] output, int version) {
        byte[] info = ByteBuffer.allocate(RECORD.length + salt.length + Integer.BYTES)
                .put(RECORD)
                .put(salt)
                .putInt(version)
                .array();
        return expand(output, info, Layout.VALUE + BLOCK);
    }

    private static void add(byte[] keystream, byte[] content) {
        for (int i = 0; i < content.length; i++) {
            content[i] ^= keystream[i];
        }
    }

    /** Over the value's length and all of the record that stands before the MAC. */
    private byte[] mac(byte[] keys, byte[] record, int length) {
        key(new SecretKeySpec(keys, Layout.VALUE, BLOCK, "HmacSHA256"));
        hmac.update((byte) length);
        hmac.update(record, 0, Layout.RECORD - Layout.MAC);
        return Arrays.copyOf(hmac.doFinal(), Layout.MAC);
    }

    private byte[] expand(byte[] output, byte[] info, int length) {
        key(new SecretKeySpec(output, "HmacSHA256"));
        byte[] expanded = new byte[length];
        byte[] block = new byte[0];
        for (int from = 0; from < length; from += BLOCK) {
            hmac.update(block);
            hmac.update(info);
            hmac.update((byte) (from / BLOCK + 1));
            block = hmac.doFinal();
            System.arraycopy(block, 0, expanded, from, Math.min(BLOCK, length - from));
        }
        return expanded;
    }

    private void key(SecretKeySpec key) {
        try {
            hmac.init(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 takes any key", impossible);
        }
    }
}
