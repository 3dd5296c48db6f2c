package org.sluice.worker.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.InMemoryChannel;

@Timeout(60)
class LineProbeTest {

    private final InMemoryChannel.Pair line = InMemoryChannel.pair(4, Duration.ofSeconds(20));

    @Test
    void findsOneFigureForBoth() {
        CompletableFuture<OptionalDouble> responds = respond(line.right(), 2);
        OptionalDouble found = LineProbe.measured(line.left(), Role.LEARNER, 1);

        assertThat(found.getAsDouble()).isPositive();
        assertThat(responds.join()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "4, 0", "0, 0"})
    void sendsNothingMoreWhereEitherWantsNoMeasure(int learners, int responders) {
        Counted counted = new Counted(line.left(), 0);
        CompletableFuture<OptionalDouble> responds = respond(line.right(), responders);

        assertThat(LineProbe.measured(counted, Role.LEARNER, learners)).isEmpty();
        assertThat(responds.join()).isEmpty();
        assertThat(counted.sent).hasValue(5);
    }

    /** The direction that is slower counts, and a slow line costs no more than the first block. */
    @Test
    void tellsASlowDirection() {
        Counted slow = new Counted(line.right(), 300);
        CompletableFuture<OptionalDouble> responds = respond(slow, 4);

        double found = LineProbe.measured(line.left(), Role.LEARNER, 4).orElseThrow();

        // 64 KiB in no less than the 300 ms that a frame is held back
        assertThat(found).isLessThanOrEqualTo((1 << 16) * 8 / 0.3 / 1e6);
        assertThat(responds.join().getAsDouble()).isEqualTo(found);
        assertThat(slow.sent.get()).isBetween(1L << 16, (1 << 16) + 100L);
    }

    @Test
    void sendsNoLargerBlocksThanAgreed() {
        Counted counted = new Counted(line.left(), 0);
        CompletableFuture<OptionalDouble> responds = respond(line.right(), 1);

        LineProbe.measured(counted, Role.LEARNER, 64);

        responds.join();
        assertThat(counted.sent.get()).isLessThan((1 << 16) + (1 << 18) + (1 << 20) + 100L);
    }

    static Stream<Arguments> wrongPeers() {
        return Stream.of(
                wrong("no wish", peer -> peer.send(new byte[] {1, 2, 3})),
                wrong("another block", peer -> {
                    wish(peer);
                    peer.send(new byte[10]);
                }),
                wrong("larger blocks than agreed", peer -> {
                    wish(peer);
                    for (int size : new int[] {1 << 16, 1 << 18, 1 << 20, 1 << 20}) {
                        peer.send(new byte[size]);
                        peer.receive();
                        peer.send(new byte[] {0x62});
                    }
                }),
                wrong("no word between blocks", peer -> {
                    wish(peer);
                    peer.send(new byte[1 << 16]);
                    peer.receive();
                    peer.send(new byte[] {0x11});
                }),
                wrong("no figure", peer -> {
                    wish(peer);
                    peer.send(new byte[1 << 16]);
                    peer.receive();
                    peer.send(new byte[] {0x63});
                    takeTheirs(peer);
                    peer.send(ByteBuffer.allocate(9)
                            .put((byte) 0x64)
                            .putDouble(Double.NaN)
                            .array());
                }));
    }

    private static Arguments wrong(String what, Consumer<Channel> peer) {
        return Arguments.of(what, peer);
    }

    private static void wish(Channel peer) {
        peer.send(ByteBuffer.allocate(5).put((byte) 0x60).putInt(1).array());
        peer.receive();
    }

    private static void takeTheirs(Channel peer) {
        for (byte[] word = {0x62}; word[0] == 0x62; word = peer.receive()) {
            peer.receive();
            peer.send(new byte[] {0x61});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPeers")
    void endsWithAPeerThatDoesNotKeepToIt(String what, Consumer<Channel> peer) {
        CompletableFuture<Void> learner = CompletableFuture.runAsync(() -> peer.accept(line.left()));

        assertThatExceptionOfType(Misbehaviour.class)
                .as(what)
                .isThrownBy(() -> LineProbe.measured(line.right(), Role.RESPONDER, 1));
        line.right().close();
        learner.handle((done, hungUp) -> true).join();
    }

    private static CompletableFuture<OptionalDouble> respond(Channel end, int mebibytes) {
        return CompletableFuture.supplyAsync(() -> LineProbe.measured(end, Role.RESPONDER, mebibytes));
    }

    /** Counts what is sent, and holds each block back for a while. */
    private static final class Counted implements Channel {

        private final Channel line;
        private final long millis;
        private final AtomicLong sent = new AtomicLong();

        Counted(Channel line, long millis) {
            this.line = line;
            this.millis = millis;
        }

        @Override
        public void send(byte[] frame) {
            sent.addAndGet(frame.length);
            if (frame.length >= 1 << 16 && millis > 0) {
                try {
                    Thread.sleep(millis);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            line.send(frame);
        }

        @Override
        public byte[] receive() {
            return line.receive();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
