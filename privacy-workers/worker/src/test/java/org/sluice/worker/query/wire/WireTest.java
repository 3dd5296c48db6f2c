package org.sluice.worker.query.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.hidden.Entries;
import org.sluice.protocol.hidden.HiddenList;
import org.sluice.protocol.hidden.Inquiry;
import org.sluice.protocol.hidden.Meter;
import org.sluice.protocol.hidden.Publication;
import org.sluice.protocol.hidden.Reader;
import org.sluice.protocol.oprf.Mode;
import org.sluice.protocol.oprf.OprfKey;

class WireTest {

    private static final int PART = 100;

    private final InMemoryChannel.Pair line = InMemoryChannel.pair(1 << 20, Duration.ofSeconds(10));
    private final MeteredChannel sent = new MeteredChannel(line.left());
    private final Wire left = new Wire(sent, PART);
    private final Wire right = new Wire(line.right(), PART);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200, 12_345})
    void carriesAContentOfAnyLength(int length) {
        byte[] content = new byte[length];
        new SecureRandom().nextBytes(content);
        left.send(Kind.RETRIEVE, "risk", content);
        left.send(Kind.LISTS, "", new byte[0]);

        Head head = right.head();
        assertThat(head.kind()).isEqualTo(Kind.RETRIEVE);
        assertThat(head.list()).isEqualTo("risk");
        assertThat(head.length()).isEqualTo(length);
        assertThat(right.content(head, length)).isEqualTo(content);
        assertThat(right.head().kind()).isEqualTo(Kind.LISTS);
        assertThat(sent.sent().frames()).isEqualTo(1 + Math.max(1, (length + PART - 1) / PART));
    }

    @Test
    void readsPastWhatIsNotAnswered() {
        left.send(Kind.RETRIEVE, "risk", new byte[1000]);
        left.send(Kind.LISTS, "", new byte[0]);
        right.skip(right.head(), 1000);
        assertThat(right.head().kind()).isEqualTo(Kind.LISTS);
    }

    @Test
    void refusesWhatIsLongerThanItMayBe() {
        left.send(Kind.RETRIEVE, "risk", new byte[1001]);
        Head head = right.head();
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> right.content(head, 1000));
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> right.skip(head, 1000));
    }

    @Test
    void refusesPartsThatDoNotAddUp() {
        line.left().send(frame(1, 4, "", 10, 3));
        line.left().send(new byte[8]);
        Head head = right.head();
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> right.content(head, 10));
        line.left().send(frame(1, 4, "", 10, 3));
        line.left().send(new byte[0]);
        Head other = right.head();
        assertThatExceptionOfType(Misbehaviour.class).isThrownBy(() -> right.content(other, 10));
    }

    @Test
    void refusesABeginningThatIsNone() {
        for (byte[] wrong : List.of(
                new byte[] {1, 1},
                frame(1, 5, "", 0, 0),
                frame(1, 0, "", 0, 0),
                frame(1, 1, "", -1, 0),
                frame(1, 1, "", 1, 2),
                new byte[] {1, 1, 4, 'r', 'i', 's', 'k', 0, 0, 0},
                new byte[] {1, 1, -1, 0, 0, 0, 0})) {
            line.left().send(wrong);
            assertThatExceptionOfType(Misbehaviour.class).isThrownBy(right::head);
        }
        line.left().send(frame(2, 1, "", 0, 0));
        assertThatExceptionOfType(OtherRelease.class)
                .isThrownBy(right::head)
                .satisfies(other -> assertThat(other.release()).isEqualTo(2));
    }

    private static byte[] frame(int release, int kind, String name, int length, int begin) {
        return ByteBuffer.allocate(3 + name.length() + 4 + begin)
                .put((byte) release)
                .put((byte) kind)
                .put((byte) name.length())
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .array();
    }

    /** Publication, both messages and both answers of a batch of 64, all in parts. */
    @Test
    void carriesABatchOfSixtyFour() {
        SecureRandom random = new SecureRandom();
        Cores cores = new Cores(ForkJoinPool.commonPool(), 1);
        HiddenList list = HiddenList.of(new Numbered(), OprfKey.random(Mode.VOPRF, random), 1, random, cores);
        Wire fast = new Wire(sent, 1 << 14);
        byte[] lead = Lead.to(list.publication(), Optional.empty()).toBytes();
        fast.send(Kind.ANSWER, "numbers", lead);
        assertThat(sent.sent().frames()).isGreaterThan(600);
        Publication publication =
                Lead.read(right.content(right.head(), lead.length)).from(Optional.empty());

        Inquiry inquiry = new Reader(publication, random, cores)
                .ask(IntStream.range(0, 64).mapToObj(Numbered::number).toList());
        Meter meter = new Meter(64, 64);
        byte[] evaluated = list.evaluate(passed(inquiry.evaluation(), list), meter, random, cores);
        byte[] retrieved = list.answer(passed(inquiry.retrieval(passed(evaluated, list)), list), meter, cores);
        List<Optional<byte[]>> values = inquiry.open(passed(retrieved, list));
        for (int i = 0; i < 64; i++) {
            int index = i;
            assertThat(values.get(i).isPresent()).isEqualTo(i < 40);
            values.get(i).ifPresent(value -> assertThat(value).isEqualTo(Numbered.number(index)));
        }
    }

    private byte[] passed(byte[] content, HiddenList list) {
        left.send(Kind.RETRIEVE, "numbers", content);
        return right.content(right.head(), Math.max(list.longestRequest(), 1 << 20));
    }

    private record Numbered() implements Entries {

        static byte[] number(int index) {
            return ("number " + index).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public int count() {
            return 40;
        }

        @Override
        public byte[] id(int index) {
            return number(index);
        }

        @Override
        public byte[] value(int index) {
            return number(index);
        }
    }
}
