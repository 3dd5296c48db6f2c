package org.sluice.protocol.hidden;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A bin as its reader sees it. */
final class Slots {

    private Slots() {}

    /**
     * The value of the one record in a bin that carries the place's tag and was sealed under the output. All 24 are
     * looked at, and one is decrypted and authenticated whatever was found: nothing here takes longer for a record that is
     * there, that is not, or that was tampered with.
     */
    static Optional<byte[]> open(byte[] bin, Place place, byte[] output, RecordCipher cipher) {
        byte[] chosen = new byte[Layout.RECORD];
        long found = 0;
        for (int from = 0; from < bin.length; from += Layout.RECORD) {
            long difference = ByteBuffer.wrap(bin).getLong(from) ^ place.tag();
            long same = ~((difference | -difference) >> (Long.SIZE - 1));
            for (int i = 0; i < Layout.RECORD; i++) {
                chosen[i] |= (byte) (bin[from + i] & same);
            }
            found |= same;
        }
        Optional<byte[]> value = cipher.open(output, chosen);
        return found == 0 ? Optional.empty() : value;
    }
}
