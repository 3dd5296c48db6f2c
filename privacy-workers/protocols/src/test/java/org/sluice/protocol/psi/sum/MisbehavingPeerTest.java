package org.sluice.protocol.psi.sum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.psi.ChangedParty;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** What a peer itself sends wrong: noticed, or without any effect beyond what one's own set allows. */
class MisbehavingPeerTest {

    private static final int MASKED = 2;
    private static final int TAGS = 4;
    private static final int KEY = 6;
    private static final int VALUES = 7;
    private static final int ANSWER = 4;
    private static final int WIDTH = 32;

    /** Value holder: firms 0, 1, 2 with 10, 20, 30. Responder: firms 1 to 4. Common: 1 and 2. */
    private static final long[] THE_VALUES = {10, 20, 30};

    private final SecureRandom random = new SecureRandom();
    private final Sum protocol = atLeast(0);

    @Test
    void responderNoticesAnItemTwice() {
        assertResponderSays(MASKED, MisbehavingPeerTest::firstRowTwice, "The peer's masked set holds an item twice");
    }

    @Test
    void learnerNoticesAnItemTwice() {
        assertLearnerSays(MASKED, MisbehavingPeerTest::firstRowTwice, "The peer's masked set holds an item twice");
    }

    @Test
    void bothNoticePointsOfTheTwist() {
        String message = "Curve25519: the u-coordinate lies on the twist";
        assertResponderSays(MASKED, MisbehavingPeerTest::twisted, message);
        assertLearnerSays(MASKED, MisbehavingPeerTest::twisted, message);
    }

    @Test
    void responderNoticesTagsOutOfOrder() {
        int width = Terms.tagLength(3, 4);
        assertResponderSays(
                TAGS,
                frame -> {
                    byte[] swapped = frame.clone();
                    System.arraycopy(frame, 1, swapped, 1 + width, width);
                    System.arraycopy(frame, 1 + width, swapped, 1, width);
                    return swapped;
                },
                "The rows of kind TAGS are not in ascending order");
    }

    @Test
    void responderNoticesFramesOfAnotherKindAndLength() {
        assertResponderSays(KEY, frame -> new byte[] {19}, "Another frame came where one of kind KEY was due");
        assertResponderSays(KEY, frame -> Arrays.copyOf(frame, 33), "A frame of kind KEY holds 32 bytes instead of 33");
        assertResponderSays(
                VALUES, frame -> Arrays.copyOf(frame, 1 + 66), "A frame of kind VALUES holds 66 bytes instead of 132");
    }

    @Test
    void responderNoticesAKeyThatIsNoPoint() {
        assertResponderSays(KEY, frame -> withoutPoint(frame, 1), "P-256: the bytes encode no point of the curve");
        assertResponderSays(
                KEY,
                frame -> {
                    Arrays.fill(frame, 1, frame.length, (byte) 0);
                    return frame;
                },
                "P-256: the bytes encode no point of the curve");
    }

    /** Row 0 to 2 in a random order, of which one is not common: the answer must not depend on which was bad. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void responderNoticesCiphertextsThatAreNoneWhetherNeededOrNot(int row) {
        for (int side = 0; side < 2; side++) {
            int at = 1 + row * 66 + side * 33;
            assertResponderSays(
                    VALUES, frame -> withoutPoint(frame, at), "P-256: the bytes encode no point of the curve");
            assertResponderSays(
                    VALUES,
                    frame -> {
                        frame[at] = 4;
                        return frame;
                    },
                    "P-256: the bytes encode no point of the curve");
        }
    }

    /** One row is in the second frame: the firm that is not common is looked at too, whichever it is. */
    @Test
    void responderNoticesABadCiphertextInALastFrame() {
        assertResponderSays(
                VALUES + 1, frame -> withoutPoint(frame, 1), "P-256: the bytes encode no point of the curve");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, Integer.MAX_VALUE})
    void learnerNoticesANumberBeyondTheSizes(int number) {
        assertLearnerSays(
                ANSWER, frame -> number(frame, number), "The number of common items is not within the two sizes");
    }

    /** 50 is the right sum of two; one value cannot make it, and three make 60. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void learnerNoticesASumThatSoManyValuesCannotHave(int number) {
        assertLearnerSays(
                ANSWER, frame -> number(frame, number), "The sum is none that so many of the values can have");
    }

    @Test
    void learnerNoticesSumsBeyondItsValues() {
        for (long more : new long[] {1, -21, 1L << 40}) {
            assertLearnerSays(
                    ANSWER, frame -> plus(frame, more), "The sum is none that so many of the values can have");
        }
    }

    @Test
    void learnerNoticesAnAnswerThatIsNoCiphertext() {
        assertLearnerSays(ANSWER, frame -> withoutPoint(frame, 5), "P-256: the bytes encode no point of the curve");
        assertLearnerSays(ANSWER, frame -> withoutPoint(frame, 38), "P-256: the bytes encode no point of the curve");
        assertLearnerSays(
                ANSWER, frame -> Arrays.copyOf(frame, 38), "A frame of kind SUM holds 37 bytes instead of 70");
    }

    /** 50 is right, and two are common: only the agreement says that it must not be told. */
    @Test
    void learnerNoticesARightSumOverFewerThanAgreed() {
        assertLearnerSays(
                atLeast(3),
                ANSWER,
                frame -> number(plus(frame, 50), 2),
                "The sum is told over fewer common items than agreed");
    }

    /** With the number 0 the ciphertext is right: it is one of zero. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void learnerNoticesANumberBelowTheLeast(int number) {
        assertLearnerSays(
                atLeast(3),
                ANSWER,
                frame -> number(frame, number),
                "The sum is told over fewer common items than agreed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, Integer.MIN_VALUE, 4})
    void learnerNoticesNumbersThatNeitherTellNorWithhold(int number) {
        assertLearnerSays(
                atLeast(3),
                ANSWER,
                frame -> number(frame, number),
                "The number of common items is not within the two sizes");
    }

    @Test
    void learnerNoticesThatASumIsWithheldWhereEachIsTold() {
        assertLearnerSays(
                ANSWER,
                frame -> number(plus(frame, -50), -1),
                "The number of common items is not within the two sizes");
    }

    @Test
    void learnerNoticesAWithheldSumThatIsNotOfZero() {
        String message = "The sum is withheld, but its ciphertext is not one of zero";
        assertLearnerSays(atLeast(2), ANSWER, frame -> number(frame, -1), message);
        for (long number : new long[] {1, -1, 50}) {
            assertLearnerSays(atLeast(3), ANSWER, frame -> plus(frame, number), message);
        }
    }

    @Test
    void learnerNoticesAWithheldAnswerThatIsNoCiphertext() {
        String message = "P-256: the bytes encode no point of the curve";
        assertLearnerSays(atLeast(3), ANSWER, frame -> withoutPoint(frame, 5), message);
        assertLearnerSays(atLeast(3), ANSWER, frame -> withoutPoint(frame, 38), message);
    }

    @ParameterizedTest
    @CsvSource({"0,2", "2,0", "2,3", "3,2"})
    void bothRefuseAPeerWithAnotherLeast(int learners, int responders) {
        Run<Optional<Total>, Optional<Overlap>> run =
                Run.of(learner(atLeast(learners)), responder(atLeast(responders)));

        run.assertNobodyLearned();
        assertSaid(run.learner(), "The peer holds other terms");
        assertSaid(run.responder(), "The peer holds other terms");
    }

    /** What nobody can notice: it costs the value holder the sum, and tells it nothing. */
    @Test
    void aSumWithheldWithoutNeedIsNone() {
        Run<Optional<Total>, Optional<Overlap>> run = Run.of(
                learner(atLeast(2)),
                ChangedParty.of(responder(atLeast(2)), ANSWER, frame -> number(plus(frame, -50), -1)));

        assertThat(run.learner().result()).contains(Optional.empty());
    }

    /** A wrong sum that so many values could have goes through, and says nothing that is not in the own set. */
    @Test
    void aWrongSumStaysWithinTheOwnValues() {
        Run<Optional<Total>, Optional<Overlap>> run =
                Run.of(learner(), ChangedParty.of(responder(), ANSWER, frame -> plus(frame, -10)));

        assertThat(run.learner().result()).contains(Optional.of(new Total(new Overlap(2, 3, 4), 40)));
    }

    /** Ciphertexts of other numbers hurt only the party that sent them. */
    @Test
    void wrongCiphertextsTellTheirSenderNothingMore() {
        Run<Optional<Total>, Optional<Overlap>> run =
                Run.of(ChangedParty.of(learner(), VALUES, MisbehavingPeerTest::firstCiphertextTwice), responder());

        assertThat(run.responder().result()).isIn(Optional.empty(), Optional.of(Optional.of(new Overlap(2, 4, 3))));
        run.learner()
                .result()
                .ifPresent(total -> assertThat(total).map(Total::overlap).contains(new Overlap(2, 3, 4)));
    }

    private void assertResponderSays(int frame, UnaryOperator<byte[]> change, String message) {
        Run<Optional<Total>, Optional<Overlap>> run = Run.of(ChangedParty.of(learner(), frame, change), responder());

        run.assertNobodyLearned();
        assertSaid(run.responder(), message);
    }

    private void assertLearnerSays(int frame, UnaryOperator<byte[]> change, String message) {
        assertLearnerSays(protocol, frame, change, message);
    }

    private static void assertLearnerSays(Sum protocol, int frame, UnaryOperator<byte[]> change, String message) {
        Run<Optional<Total>, Optional<Overlap>> run =
                Run.of(learner(protocol), ChangedParty.of(responder(protocol), frame, change));

        run.assertNobodyLearned();
        assertSaid(run.learner(), message);
    }

    private static void assertSaid(Run.End<?> end, String message) {
        assertThat(end.failure())
                .get()
                .isInstanceOf(Misbehaviour.class)
                .extracting(Throwable::getMessage)
                .isEqualTo(message);
    }

    private Sum atLeast(int common) {
        return new Sum(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM)), Hashing.SHA_256, common, random);
    }

    private Turn<Optional<Total>> learner() {
        return learner(protocol);
    }

    private static Turn<Optional<Total>> learner(Sum protocol) {
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        return protocol.learner(ValuedSet.of(Samples.numbered(0, 3), THE_VALUES, terms));
    }

    private Turn<Optional<Overlap>> responder() {
        return responder(protocol);
    }

    private static Turn<Optional<Overlap>> responder(Sum protocol) {
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        return protocol.responder(ItemSet.of(Samples.numbered(1, 5), terms));
    }

    private static byte[] firstRowTwice(byte[] frame) {
        System.arraycopy(frame, 1, frame, 1 + WIDTH, WIDTH);
        return frame;
    }

    private static byte[] firstCiphertextTwice(byte[] frame) {
        System.arraycopy(frame, 1, frame, 1 + 66, 66);
        return frame;
    }

    /** u = 2 lies on the twist. */
    private static byte[] twisted(byte[] frame) {
        Arrays.fill(frame, 1, 1 + WIDTH, (byte) 0);
        frame[1] = 2;
        return frame;
    }

    /** Counts the x-coordinate up until no point has it. */
    private static byte[] withoutPoint(byte[] frame, int at) {
        while (true) {
            frame[at + P256.LENGTH]++;
            try {
                P256.decode(Arrays.copyOfRange(frame, at, at + P256.POINT));
            } catch (Misbehaviour none) {
                return frame;
            }
        }
    }

    private static byte[] number(byte[] frame, int number) {
        ByteBuffer.wrap(frame).putInt(1, number);
        return frame;
    }

    /** The sum in the answer with a number added, as everybody can. */
    private static byte[] plus(byte[] frame, long number) {
        ECPoint second = P256.decode(Arrays.copyOfRange(frame, 38, 71));
        second.add(P256.GENERATOR.multiply(BigInteger.valueOf(number)))
                .normalize()
                .encodeTo(true, frame, 38);
        return frame;
    }
}
