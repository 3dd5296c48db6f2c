package org.sluice.protocol.psi.ecdh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** What a peer itself sends wrong: the transcripts agree, so the protocol has to notice. */
class MisbehavingPeerTest {

    private static final int HELLO = 0;
    private static final int SIZE = 1;
    private static final int MASKED = 2;
    private static final int TAGS = 4;
    private static final int WIDTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final Cardinality protocol =
            new Cardinality(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM)), random);
    private final Terms terms = Samples.terms(protocol.method(), Output.CARDINALITY);

    @Test
    void noticesOtherTerms() {
        for (Cardinality others : List.of(
                new Cardinality(BatchedGroup.alone(new Curve25519Group(Encoding.RANDOM_ORACLE)), random),
                new Cardinality(BatchedGroup.alone(new P256Group(Encoding.NONUNIFORM)), random))) {
            assertOtherTerms(others, Samples.terms(others.method(), Output.CARDINALITY));
        }
        for (Terms others : List.of(
                new Terms(terms.method(), Output.CARDINALITY, new byte[16], 1, 1000, 2),
                new Terms(terms.method(), Output.CARDINALITY, new byte[16], 0, 1001, 2),
                new Terms(terms.method(), Output.CARDINALITY, new byte[16], 0, 1000, 3),
                new Terms(
                        terms.method(),
                        Output.CARDINALITY,
                        "another job salt".getBytes(StandardCharsets.US_ASCII),
                        0,
                        1000,
                        2))) {
            assertOtherTerms(protocol, others);
        }
    }

    private void assertOtherTerms(Cardinality others, Terms theirs) {
        Run<Overlap, Answered> run =
                Run.of(learner(terms), others.responder(ItemSet.of(Samples.numbered(1, 5), theirs)));

        run.assertNothingLearned();
        assertSomebodySaid(run, "The peer holds other terms");
    }

    @Test
    void noticesOwnCommitmentSentBack() {
        Turn.Holding<Overlap> start = (Turn.Holding<Overlap>) learner(terms);
        Turn.Send<Overlap> hello = (Turn.Send<Overlap>) start.then();
        Turn.Send<Overlap> size = (Turn.Send<Overlap>) received(hello.then().get(), hello.frame());

        assertThatThrownBy(() -> received(size.then().get(), size.frame()))
                .isInstanceOf(Misbehaviour.class)
                .hasMessage("The peer's size is not the one it committed to");
    }

    @Test
    void noticesAnotherSizeThanCommitted() {
        assertRefused(SIZE, MisbehavingPeerTest::withLastBitFlipped, "The peer's size is not the one it committed to");
    }

    @Test
    void noticesSizeOutsideTheTerms() {
        Terms narrow = new Terms(terms.method(), Output.CARDINALITY, new byte[16], 1, 3, 2);
        Turn<Answered> greedy = new Opening(narrow, Opening.Side.RESPONDER)
                .exchange(4, random, peers -> new Turn.Finished<>(new Answered(4, peers)));

        Run<Overlap, Answered> run = Run.of(learner(narrow), greedy);

        run.assertNothingLearned();
        assertSomebodySaid(run, "The peer's size is not within the terms");
    }

    @Test
    void refusesOwnSetOutsideTheTerms() {
        Terms narrow = new Terms(terms.method(), Output.CARDINALITY, new byte[16], 4, 1000, 2);

        assertThatThrownBy(() -> ItemSet.of(Samples.numbered(0, 3), narrow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The terms do not allow a set of 3");
    }

    @Test
    void noticesFrameOfAnotherKind() {
        assertRefused(
                MASKED,
                frame -> {
                    frame[0] = 18;
                    return frame;
                },
                "Another frame came where one of kind MASKED was due");
        assertRefused(TAGS, frame -> new byte[0], "Another frame came where one of kind TAGS was due");
    }

    @Test
    void noticesFewerAndMoreRowsThanAnnounced() {
        assertRefused(
                MASKED,
                frame -> Arrays.copyOf(frame, 1 + WIDTH),
                "A frame of kind MASKED holds 32 bytes instead of 64");
        assertRefused(
                MASKED,
                frame -> Arrays.copyOf(frame, 1 + 3 * WIDTH),
                "A frame of kind MASKED holds 96 bytes instead of 64");
        assertRefused(HELLO, frame -> Arrays.copyOf(frame, 64), "A frame of kind HELLO holds 63 bytes instead of 64");
    }

    @Test
    void noticesAnItemTwice() {
        assertRefused(
                MASKED,
                frame -> {
                    System.arraycopy(frame, 1, frame, 1 + WIDTH, WIDTH);
                    return frame;
                },
                "The peer's masked set holds an item twice");
    }

    @Test
    void noticesTagsInTheOrderOfTheTable() {
        assertRefused(
                TAGS,
                frame -> {
                    int width = Terms.tagLength(3, 4);
                    byte[] swapped = frame.clone();
                    System.arraycopy(frame, 1, swapped, 1 + width, width);
                    System.arraycopy(frame, 1 + width, swapped, 1, width);
                    return swapped;
                },
                "The rows of kind TAGS are not in ascending order");
    }

    @Test
    void noticesBytesThatAreNoElement() {
        assertRefused(
                MASKED,
                frame -> {
                    Arrays.fill(frame, 1, 1 + WIDTH, (byte) 0);
                    return frame;
                },
                "Curve25519: all-zero bytes stand for the identity");
    }

    private void assertRefused(int frame, UnaryOperator<byte[]> change, String message) {
        Run<Overlap, Answered> run = Run.of(learner(terms), changed(responder(terms), frame, change));

        assertThat(run.learner().result()).isEmpty();
        assertThat(run.learner().failure()).get().isInstanceOf(Misbehaviour.class);
        assertThat(run.learner().failure())
                .get()
                .extracting(Throwable::getMessage)
                .isEqualTo(message);
    }

    private static void assertSomebodySaid(Run<Overlap, Answered> run, String message) {
        assertThat(List.of(run.learner().failure(), run.responder().failure()))
                .anySatisfy(failure -> assertThat(failure)
                        .get()
                        .isInstanceOf(Misbehaviour.class)
                        .extracting(Throwable::getMessage)
                        .isEqualTo(message));
    }

    private Turn<Overlap> learner(Terms itsTerms) {
        return protocol.learner(ItemSet.of(Samples.numbered(0, 3), itsTerms));
    }

    private Turn<Answered> responder(Terms itsTerms) {
        return protocol.responder(ItemSet.of(Samples.numbered(1, 5), itsTerms));
    }

    private static <R> Turn<R> received(Turn<R> turn, byte[] frame) {
        return ((Turn.Receive<R>) turn).then().apply(frame);
    }

    /** The same party, but the frame with this number leaves it changed. */
    private static <R> Turn<R> changed(Turn<R> turn, int frame, UnaryOperator<byte[]> change) {
        if (turn instanceof Turn.Send<R> send) {
            byte[] content = frame == 0 ? change.apply(send.frame()) : send.frame();
            return new Turn.Send<>(content, () -> changed(send.then().get(), frame - 1, change));
        }
        if (turn instanceof Turn.Receive<R> receive) {
            return new Turn.Receive<>(incoming -> changed(receive.then().apply(incoming), frame, change));
        }
        if (turn instanceof Turn.Holding<R> holding) {
            return new Turn.Holding<>(holding.release(), changed(holding.then(), frame, change));
        }
        return turn;
    }

    private static byte[] withLastBitFlipped(byte[] frame) {
        frame[frame.length - 1] ^= 1;
        return frame;
    }
}
