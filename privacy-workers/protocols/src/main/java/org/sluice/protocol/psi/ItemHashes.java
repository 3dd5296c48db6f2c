package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.sluice.protocol.Column;

/** Hashes items one after the other into one growing array: H(label ‖ job salt ‖ length ‖ item), 16 bytes of each. */
final class ItemHashes {

    static final int WIDTH = 16;

    private static final byte[] LABEL = "sluice/item/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int PREFIX = LABEL.length + Terms.SALT_LENGTH;
    private static final int HEADER = PREFIX + Integer.BYTES;

    private final MessageDigest digest;
    private final byte[] hash = new byte[Hashing.LENGTH];
    private byte[] input = new byte[HEADER + 64];
    private byte[] hashes;
    private int count;

    ItemHashes(Terms terms, int expected) {
        digest = terms.hashing().digest();
        hashes = new byte[Math.multiplyExact(expected, WIDTH)];
        System.arraycopy(LABEL, 0, input, 0, LABEL.length);
        System.arraycopy(terms.jobSalt(), 0, input, LABEL.length, Terms.SALT_LENGTH);
    }

    void add(byte[] item) {
        makeRoom(item.length);
        System.arraycopy(item, 0, input, HEADER, item.length);
        hash(item.length);
    }

    void addAll(Column items) {
        makeRoom(items.width());
        for (int i = 0; i < items.count(); i++) {
            items.copyRows(i, i + 1, input, HEADER);
            hash(items.width());
        }
    }

    Column hashes() {
        int length = count * WIDTH;
        return Column.owning(length == hashes.length ? hashes : Arrays.copyOf(hashes, length), WIDTH);
    }

    private void makeRoom(int length) {
        if (input.length < HEADER + length) {
            input = Arrays.copyOf(input, HEADER + length);
        }
        ByteBuffer.wrap(input).putInt(PREFIX, length);
    }

    private void hash(int length) {
        digest.update(input, 0, HEADER + length);
        Hashing.finish(digest, hash);
        int end = Math.addExact(Math.multiplyExact(count, WIDTH), WIDTH);
        if (end > hashes.length) {
            hashes = Arrays.copyOf(hashes, (int) Math.min(Integer.MAX_VALUE - 15L, Math.max(1024L, 2L * end)));
        }
        System.arraycopy(hash, 0, hashes, count++ * WIDTH, WIDTH);
    }
}
