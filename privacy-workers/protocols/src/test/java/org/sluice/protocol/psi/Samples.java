package org.sluice.protocol.psi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Invented items, and terms that cut frames short. */
public final class Samples {

    private Samples() {}

    /** Two rows a frame, any number of items up to 1,000. */
    public static Terms terms(Method method, Output output) {
        return new Terms(method, output, new byte[Terms.SALT_LENGTH], 0, 1000, 2);
    }

    public static List<byte[]> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(Samples::item).toList();
    }

    public static byte[] item(int number) {
        return ("firm-" + number).getBytes(StandardCharsets.US_ASCII);
    }

    /** How many distinct items both have. */
    public static int join(List<byte[]> left, List<byte[]> right) {
        Set<ByteBuffer> common = distinct(left);
        common.retainAll(distinct(right));
        return common.size();
    }

    public static Set<ByteBuffer> distinct(List<byte[]> items) {
        return new HashSet<>(items.stream().map(ByteBuffer::wrap).toList());
    }

    /** Every item twice. */
    public static List<byte[]> doubled(List<byte[]> items) {
        List<byte[]> twice = new ArrayList<>(items);
        twice.addAll(items);
        return twice;
    }
}
