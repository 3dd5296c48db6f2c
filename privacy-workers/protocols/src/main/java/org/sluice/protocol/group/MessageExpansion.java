package org.sluice.protocol.group;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.sluice.protocol.Column;

/** {@code expand_message_xmd} of RFC 9380 section 5.3.1, and {@code hash_to_field} of section 5.2 on top of it. */
enum MessageExpansion {
    XMD_SHA_256("SHA-256", 32, 64),
    XMD_SHA_512("SHA-512", 64, 128),
    XMD_SM3("SM3", 32, 64) {
        @Override
        MessageDigest digest() {
            return new SM3.Digest();
        }
    };

    /** L of all our fields: ceil((ceil(log2 p) + 128) / 8). */
    static final int BYTES_PER_FIELD_ELEMENT = 48;

    private static final int LONGEST_TAG = 255;

    private final String algorithm;
    private final int hashLength;
    private final int blockLength;

    MessageExpansion(String algorithm, int hashLength, int blockLength) {
        this.algorithm = algorithm;
        this.hashLength = hashLength;
        this.blockLength = blockLength;
    }

    /** Numbers below {@code modulus}, uniform if the hash behaves as a random oracle. */
    BigInteger[] toField(byte[] message, byte[] dst, int count, BigInteger modulus) {
        byte[] uniform = expand(message, dst, count * BYTES_PER_FIELD_ELEMENT);
        BigInteger[] numbers = new BigInteger[count];
        Arrays.setAll(numbers, i -> new BigInteger(1, uniform, i * BYTES_PER_FIELD_ELEMENT, BYTES_PER_FIELD_ELEMENT)
                .mod(modulus));
        return numbers;
    }

    /** The bytes from which {@link #toField} makes one number, for each of many messages of one length. */
    Column expandEach(Column messages, byte[] dst) {
        MessageDigest hash = digest();
        int size = hashLength;
        byte[] tag = tagWithLength(dst, hash);
        int width = messages.width();
        byte[] input = new byte[blockLength + width + 3 + tag.length];
        ByteBuffer.wrap(input, blockLength + width, 3 + tag.length)
                .put(new byte[] {0, BYTES_PER_FIELD_ELEMENT, 0})
                .put(tag);
        byte[] uniform = new byte[Math.multiplyExact(messages.count(), BYTES_PER_FIELD_ELEMENT)];
        byte[] chained = new byte[size + 1 + tag.length];
        System.arraycopy(tag, 0, chained, size + 1, tag.length);
        for (int i = 0; i < messages.count(); i++) {
            messages.copyRows(i, i + 1, input, blockLength);
            byte[] first = hash.digest(input);
            System.arraycopy(first, 0, chained, 0, size);
            int at = i * BYTES_PER_FIELD_ELEMENT;
            for (int done = 0, block = 1; done < BYTES_PER_FIELD_ELEMENT; done += size, block++) {
                chained[size] = (byte) block;
                byte[] next = hash.digest(chained);
                System.arraycopy(next, 0, uniform, at + done, Math.min(size, BYTES_PER_FIELD_ELEMENT - done));
                for (int j = 0; j < size; j++) {
                    chained[j] = (byte) (next[j] ^ first[j]);
                }
            }
        }
        return Column.owning(uniform, BYTES_PER_FIELD_ELEMENT);
    }

    /** {@code length} uniform bytes out of a message, separate for each domain separation tag. */
    byte[] expand(byte[] message, byte[] dst, int length) {
        byte[] uniform = new byte[length];
        expandAll(List.of(message), dst, length, uniform);
        return uniform;
    }

    /** So many uniform bytes out of each message, end to end. */
    void expandAll(List<byte[]> messages, byte[] dst, int length, byte[] uniform) {
        int blocks = (length + hashLength - 1) / hashLength;
        if (length < 1 || blocks > 255) {
            throw new IllegalArgumentException(
                    "Can expand to 1.." + 255 * hashLength + " bytes with " + algorithm + ", not to " + length);
        }
        MessageDigest hash = digest();
        byte[] tag = tagWithLength(dst, hash);
        byte[] zeros = new byte[blockLength];
        byte[] lengthAndZero = {(byte) (length >> 8), (byte) length, 0};
        for (int i = 0; i < messages.size(); i++) {
            hash.update(zeros);
            hash.update(messages.get(i));
            hash.update(lengthAndZero);
            chain(hash, hash.digest(tag), tag, length, uniform, i * length);
        }
    }

    private void chain(MessageDigest hash, byte[] first, byte[] tag, int length, byte[] uniform, int offset) {
        byte[] block = new byte[hashLength];
        for (int done = 0, i = 1; done < length; done += hashLength, i++) {
            for (int j = 0; j < hashLength; j++) {
                block[j] ^= first[j];
            }
            hash.update(block);
            hash.update((byte) i);
            block = hash.digest(tag);
            System.arraycopy(block, 0, uniform, offset + done, Math.min(hashLength, length - done));
        }
    }

    private static byte[] tagWithLength(byte[] dst, MessageDigest hash) {
        if (dst.length == 0) {
            throw new IllegalArgumentException("A domain separation tag must not be empty");
        }
        byte[] tag = dst;
        if (dst.length > LONGEST_TAG) {
            hash.update("H2C-OVERSIZE-DST-".getBytes(StandardCharsets.US_ASCII));
            tag = hash.digest(dst);
        }
        byte[] withLength = Arrays.copyOf(tag, tag.length + 1);
        withLength[tag.length] = (byte) tag.length;
        return withLength;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has " + algorithm, impossible);
        }
    }
}
