package org.sluice.worker.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.ChannelClosed;
import org.sluice.protocol.channel.InMemoryChannel;
import org.sluice.protocol.channel.MeteredChannel;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Technique;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.ecdh.Ecdh;
import org.sluice.protocol.session.Session;

/** Buckets together come to what one run would, and nothing that was done is done again. */
class BucketExchangeTest {

    private static final int BUCKETS = 3;
    private static final byte[] END = {0x43};

    private final SecureRandom random = new SecureRandom();
    private final Technique technique = new Ecdh(Numbers.group(), random);
    private final List<Integer> learned = new ArrayList<>();
    private final List<Integer> answered = new ArrayList<>();

    @TempDir
    Path root;

    private Output output = Output.ONE_LEARNS;
    private int learnersSay = 60;
    private SpreadSet learners;
    private SpreadSet responders;

    @BeforeEach
    void spread() throws IOException {
        learners = Numbers.spread(Files.createDirectories(root.resolve("l")), Numbers.from(0, 60), BUCKETS);
        responders = Numbers.spread(Files.createDirectories(root.resolve("r")), Numbers.from(40, 90), BUCKETS);
    }

    @Test
    void comeToWhatAJoinInTheClearComesTo() {
        run(terms(0, BUCKETS), line -> line);

        assertThat(ledger("l").positions(0, BUCKETS))
                .isEqualTo(IntStream.range(40, 60).toArray());
        assertThat(learned).containsExactly(0, 1, 2);
        assertThat(answered).containsExactly(0, 1, 2);
    }

    /** What is kept of a bucket is of one run at both, and only who may learn has positions. */
    @ParameterizedTest
    @EnumSource(
            value = Output.class,
            names = {"ONE_LEARNS", "BOTH_LEARN"})
    void leaveBothWithTheSameAccount(Output each) {
        output = each;
        run(terms(0, BUCKETS), line -> line);

        assertThat(ledger("r").transcript(0, BUCKETS)).isEqualTo(ledger("l").transcript(0, BUCKETS));
        assertThat(ledger("r").bytes(0, BUCKETS))
                .isEqualTo(ledger("l").bytes(0, BUCKETS))
                .isPositive();
        assertThat(ledger("r").positions(0, BUCKETS))
                .isEqualTo(each == Output.BOTH_LEARN ? IntStream.range(0, 20).toArray() : new int[0]);
    }

    /** The line breaks just when the responder has kept a bucket and says so: its run is not the one that counts. */
    @Test
    void leaveBothWithTheSameAccountThoughTheirLastWordIsLost() {
        output = Output.BOTH_LEARN;
        assertThatThrownBy(() -> run(terms(0, BUCKETS), line -> new Editing(line, frame -> frame) {
                    @Override
                    public byte[] receive() {
                        byte[] frame = line().receive();
                        if (frame[0] == 0x44 && frame.length == 5) {
                            line().close();
                            throw new ChannelClosed("cut");
                        }
                        return frame;
                    }
                }))
                .isInstanceOf(ChannelClosed.class);
        assertThat(ledger("r").done(0, BUCKETS)).isEqualTo(1);
        assertThat(ledger("l").done(0, BUCKETS)).isZero();

        run(terms(0, BUCKETS), line -> line);

        assertThat(ledger("r").attempts(0)).isEqualTo(2);
        assertThat(ledger("r").transcript(0, BUCKETS)).isEqualTo(ledger("l").transcript(0, BUCKETS));
        assertThat(ledger("l").positions(0, BUCKETS))
                .isEqualTo(IntStream.range(40, 60).toArray());
    }

    @Test
    void leaveAPartToAnotherWorker() {
        run(terms(0, 2), line -> line);
        run(terms(2, 3), line -> line);

        assertThat(ledger("l").positions(0, BUCKETS))
                .isEqualTo(IntStream.range(40, 60).toArray());
        assertThat(learned).containsExactly(0, 1, 2);
    }

    @Test
    void goOnWithTheBucketInHandWhenTheLineBroke() {
        // the second bucket's exchange begins with its 7th frame or so
        assertThatThrownBy(() -> run(terms(0, BUCKETS), line -> new Breaking(line, 12)))
                .isInstanceOf(ChannelClosed.class);
        List<Integer> before = List.copyOf(learned);

        run(terms(0, BUCKETS), line -> line);

        assertThat(before).isNotEmpty().hasSizeLessThan(BUCKETS);
        assertThat(learned).containsExactly(0, 1, 2);
        assertThat(ledger("l").attempts(0)).isEqualTo(1);
        assertThat(ledger("l").attempts(before.size())).isEqualTo(2);
        assertThat(ledger("r").attempts(before.size())).isEqualTo(2);
        assertThat(ledger("l").positions(0, BUCKETS))
                .isEqualTo(IntStream.range(40, 60).toArray());
    }

    @Test
    void giveUpABucketThatWasBegunTooOften() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> run(terms(0, BUCKETS), line -> new Breaking(line, 3)))
                    .isInstanceOf(ChannelClosed.class);
        }
        assertThatThrownBy(() -> run(terms(0, BUCKETS), line -> line)).isInstanceOf(BucketExchange.TooOften.class);
        assertThat(learned).isEmpty();
    }

    @Test
    void refuseAPeerWithOtherTerms() {
        BucketTerms others = new BucketTerms(
                technique,
                output,
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16},
                BUCKETS,
                0,
                BUCKETS,
                2);

        assertThatThrownBy(() -> run(terms(0, BUCKETS), others, line -> line)).isInstanceOf(Misbehaviour.class);
        assertThat(learned).isEmpty();
    }

    @Test
    void refuseAPeerThatHasSaidAnotherSize() {
        learnersSay = 61;

        assertThatThrownBy(() -> run(terms(0, BUCKETS), line -> line))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("another size");
        assertThat(answered).isEmpty();
        assertThat(ledger("r").attempts(0)).isZero();
    }

    /** Noticed when it opens its size, before anything of this side depends on its items. */
    @Test
    void refuseAPeerWhoseBucketIsFilledToAnotherSize() {
        BucketTerms terms = terms(0, 1);
        InMemoryChannel.Pair pair = InMemoryChannel.pair(64, Duration.ofSeconds(20));
        var responds = CompletableFuture.supplyAsync(
                () -> ended(pair.right(), line -> new BucketExchange(terms, responders, 60, ledger("r"), random)
                        .respond(line, answered::add)));
        int capacity = responders.plan().capacity();
        ended(pair.left(), line -> {
            byte[] hello = ByteBuffer.allocate(33)
                    .put((byte) 0x40)
                    .put(terms.fingerprint(60, 90))
                    .array();
            line.send(hello);
            line.receive();
            line.send(
                    ByteBuffer.allocate(9).put((byte) 0x41).putInt(0).putInt(1).array());
            line.receive();
            int announced = learners.plan().capacity();
            Terms same = terms.of(0, 1, 1, announced, capacity);
            // as many as the responder's own bucket holds, which the terms allow, and not what the announced size leads
            // to
            byte[] rows = new byte[16 * capacity];
            random.nextBytes(rows);
            new Session(new MeteredChannel(line), Session.Order.FIRST)
                    .run(technique.learner(ItemSet.of(Column.owning(rows, 16), same)));
        });

        assertThat(responds.join()).isInstanceOf(Misbehaviour.class).hasMessageContaining("size is not within");
        assertThat(answered).isEmpty();
    }

    @Test
    void answerABucketOnceALine() {
        assertThatThrownBy(() -> run(
                        terms(0, BUCKETS),
                        line -> new Editing(line, frame -> {
                            if (frame[0] == 0x41 && frame.length == 9) {
                                ByteBuffer.wrap(frame).putInt(1, 0);
                            }
                            return frame;
                        })))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("second time");
        assertThat(answered).containsExactly(0);
    }

    @Test
    void refuseAnEndBeforeAllIsDone() {
        assertThatThrownBy(() -> run(
                        terms(0, BUCKETS),
                        line -> new Editing(line, frame -> frame[0] == 0x41 && frame.length == 9 ? END : frame)))
                .isInstanceOf(Misbehaviour.class)
                .hasMessageContaining("before every bucket");
    }

    @Test
    void refuseABucketOutsideTheRange() {
        assertThatThrownBy(() -> run(
                        terms(0, 2),
                        line -> new Editing(line, frame -> {
                            if (frame[0] == 0x41) {
                                ByteBuffer.wrap(frame).putInt(1, 2);
                            }
                            return frame;
                        })))
                .isInstanceOf(Misbehaviour.class);
        assertThat(answered).isEmpty();
    }

    private BucketTerms terms(int from, int to) {
        return new BucketTerms(technique, output, Numbers.SALT, BUCKETS, from, to, 2);
    }

    private Ledger ledger(String party) {
        return new Ledger(root.resolve(party), Vault.of(root.resolve(party + ".key"), random));
    }

    private interface Way {
        Channel over(Channel line);
    }

    private void run(BucketTerms terms, Way learnersPath) {
        run(terms, terms, learnersPath);
    }

    /** The first failure that says more than that the line is down. */
    private void run(BucketTerms own, BucketTerms peers, Way learnersPath) {
        InMemoryChannel.Pair pair = InMemoryChannel.pair(64, Duration.ofSeconds(20));
        var other = CompletableFuture.supplyAsync(() ->
                ended(pair.right(), line -> new BucketExchange(peers, responders, learnersSay, ledger("r"), random)
                        .respond(line, answered::add)));
        RuntimeException ours =
                ended(learnersPath.over(pair.left()), line -> new BucketExchange(own, learners, 90, ledger("l"), random)
                        .learn(line, learned::add));
        RuntimeException theirs = other.join();
        RuntimeException first = ours == null || ours instanceof ChannelClosed && theirs != null ? theirs : ours;
        if (first != null) {
            throw first;
        }
    }

    private interface Side {
        void over(Channel line);
    }

    private static @Nullable RuntimeException ended(Channel line, Side side) {
        try {
            side.over(line);
            return null;
        } catch (RuntimeException failed) {
            line.close();
            return failed;
        }
    }

    /** Goes down after some frames were sent. */
    private static final class Breaking implements Channel {
        private final Channel line;
        private int left;

        Breaking(Channel line, int frames) {
            this.line = line;
            this.left = frames;
        }

        @Override
        public void send(byte[] frame) {
            if (left-- == 0) {
                line.close();
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

    private static class Editing implements Channel {
        private final Channel line;
        private final UnaryOperator<byte[]> edit;

        Editing(Channel line, UnaryOperator<byte[]> edit) {
            this.line = line;
            this.edit = edit;
        }

        Channel line() {
            return line;
        }

        @Override
        public void send(byte[] frame) {
            line.send(edit.apply(frame.clone()));
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
