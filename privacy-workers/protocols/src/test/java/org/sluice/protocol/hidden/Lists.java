package org.sluice.protocol.hidden;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.sluice.protocol.Cores;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;

/** Made-up lists, and whole inquiries over them. */
final class Lists {

    static final Cores CORES = new Cores(ForkJoinPool.commonPool(), 1);
    static final SecureRandom RANDOM = new SecureRandom();
    static final OprfKey KEY = OprfKey.random(Mode.VOPRF, RANDOM);

    private Lists() {}

    static byte[] id(int index) {
        return ("entry " + index).getBytes(StandardCharsets.US_ASCII);
    }

    /** 0 to 64 bytes, so that every length occurs; some end in what looks like padding. */
    static byte[] value(int index) {
        byte[] value = new byte[index % 65];
        Arrays.fill(value, (byte) index);
        if (value.length > 1 && index % 3 == 0) {
            value[value.length - 1] = 0;
            value[value.length - 2] = (byte) 0x80;
        }
        return value;
    }

    static Entries of(int count) {
        return new Entries() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public byte[] id(int index) {
                return Lists.id(index);
            }

            @Override
            public byte[] value(int index) {
                return Lists.value(index);
            }
        };
    }

    static HiddenList list(int count) {
        return HiddenList.of(of(count), KEY, 7, RANDOM, CORES);
    }

    static Meter unlimited() {
        return new Meter(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    static Reader reader(HiddenList list) {
        return new Reader(Publication.of(list.publication().toBytes()), RANDOM, CORES);
    }

    static List<Optional<byte[]>> ask(Reader reader, HiddenList list, byte[]... ids) {
        Inquiry inquiry = reader.ask(List.of(ids));
        byte[] evaluated = list.evaluate(inquiry.evaluation(), unlimited(), RANDOM, CORES);
        return inquiry.open(list.answer(inquiry.retrieval(evaluated), unlimited(), CORES));
    }

    static Optional<byte[]> ask(HiddenList list, byte[] id) {
        return ask(reader(list), list, id).get(0);
    }
}
