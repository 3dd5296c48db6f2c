package org.sluice.protocol.psi.rr22;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.rr22.Rr22.Security;
import org.sluice.protocol.vole.LpnCode;
import org.sluice.protocol.vole.VoleSize;

/** Well-formed lies of a peer that the protocol has to notice, each with the message that says which it was. */
class MisbehavingPeerTest {

    private static final int BLOCK = Plan.BLOCK;
    private static final int TREES = Frame.HEADER + Plan.HASH;
    private static final int COLUMNS = Frame.HEADER + Plan.POINT + Plan.HASH;
    private static final VoleSize SIZE =
            VoleSize.of(Shape.forKeys(Parties.LEARNERS).columns(), LpnCode.FAST);

    @Test
    void isNoticedWithAnotherCode() {
        Rr22 fast = Parties.technique(Security.SEMI_HONEST, LpnCode.FAST);
        Rr22 careful = Parties.technique(Security.SEMI_HONEST, LpnCode.CAREFUL);

        Run<Intersection, Learned> run = Run.of(
                fast.learner(ItemSet.of(Samples.numbered(0, 3), Parties.terms(fast))),
                careful.responder(ItemSet.of(Samples.numbered(0, 3), Parties.terms(careful))));

        run.assertNobodyLearned();
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void isNoticedWithPointsThatAreNone(Security security) {
        for (int at : new int[] {0, Plan.POINT, Plan.POINTS_LENGTH - Plan.POINT}) {
            assertLearnerSays(
                    security,
                    Plan.POINTS,
                    frame -> filled(frame, Frame.HEADER + at, Plan.POINT, 0),
                    "P-256: the point is not compressed");
        }
        assertLearnerSays(
                security,
                Plan.POINTS,
                frame -> filled(frame, Frame.HEADER + 1, Plan.POINT - 1, 0xff),
                "P-256: the x-coordinate is not reduced");
        assertResponderSays(
                security,
                Plan.CORRECTIONS,
                frame -> filled(frame, Frame.HEADER, Plan.POINT, 0),
                "P-256: the point is not compressed");
        assertResponderSays(
                security,
                Plan.CORRECTIONS,
                frame -> filled(frame, Frame.HEADER + 1, Plan.POINT - 1, 0xff),
                "P-256: the x-coordinate is not reduced");
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void isNoticedWithAnotherPartOfTheCode(Security security) {
        assertLearnerSays(
                security,
                Plan.PUNCTURING,
                frame -> flipped(frame, Frame.HEADER + 7),
                "The peer opens another part of the code's seed than it committed to");
    }

    @Test
    void isNoticedWithAnotherPartOfTheCheckOrTheMask() {
        assertLearnerSays(
                Security.MALICIOUS,
                Plan.CHALLENGE,
                frame -> flipped(frame, Frame.HEADER),
                "The peer opens another part of the check's seed than it committed to");
        assertLearnerSays(
                Security.MALICIOUS,
                Plan.MASK,
                frame -> flipped(frame, frame.length - 1),
                "The peer opens another part of the mask than it committed to");
    }

    /** Both sides of one level altered, so that it does not matter to which the noise turns; or one tree's last block. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNoticedWithTreesThatDoNotFit(boolean level) {
        int leafSums = 2 * BLOCK * LpnCode.FAST.noise() * SIZE.depth();
        assertLearnerSays(
                Security.MALICIOUS,
                Plan.PUNCTURING,
                frame -> level ? flipped(flipped(frame, TREES), TREES + BLOCK) : flipped(frame, TREES + leafSums),
                "The peer's trees are not those of one Δ");
    }

    @Test
    void isNoticedWithAnotherHashThanDue() {
        assertLearnerSays(
                Security.MALICIOUS,
                Plan.EXPECTED,
                frame -> flipped(frame, Frame.HEADER),
                "The peer's trees are not those of one Δ");
    }

    /** One bit of a transfer or of an element, in half of the columns: those of which Δ has a one show it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNoticedWithCorrectionsOfNoOneNoise(boolean transfers) {
        int length = SIZE.correctionsLength() / Plan.TRANSFERS;
        assertResponderSays(
                new StubbornLearner(
                        corrections -> {
                            for (int column = 0; column < Plan.TRANSFERS; column += 2) {
                                flipped(corrections, column * length + (transfers ? 0 : length - 1));
                            }
                            return corrections;
                        },
                        combination -> combination),
                "The peer's corrections are not those of one noise");
    }

    @Test
    void isNoticedWithAnotherCombinationOfTheNoise() {
        assertResponderSays(
                new StubbornLearner(corrections -> corrections, combination -> flipped(combination, 0)),
                "The peer's corrections are not those of one noise");
    }

    /** What makes the tests before this one worth something. */
    @Test
    void isBelievedWhereItDoesNotLie() {
        StubbornLearner honest = new StubbornLearner(corrections -> corrections, combination -> combination);

        Run.of(honest.start(), new Parties(Security.MALICIOUS).responder());

        assertThat(honest.wasBelieved()).isTrue();
    }

    @Test
    void isNoticedWithAnotherCombinationThanCommitted() {
        for (int at : new int[] {Frame.HEADER, Frame.HEADER + BLOCK}) {
            assertResponderSays(
                    Security.MALICIOUS,
                    Plan.OPENED,
                    frame -> flipped(frame, at),
                    "The peer opens another combination than it committed to");
        }
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void isNoticedWithTagsInTheOrderOfItsTableOrTwice(Security security) {
        int width = security == Security.MALICIOUS ? BLOCK : Terms.tagLength(Parties.LEARNERS, Parties.RESPONDERS);
        assertLearnerSays(
                security,
                Plan.TAGS,
                frame -> {
                    byte[] swapped = frame.clone();
                    System.arraycopy(frame, Frame.HEADER, swapped, Frame.HEADER + width, width);
                    System.arraycopy(frame, Frame.HEADER + width, swapped, Frame.HEADER, width);
                    return swapped;
                },
                "The rows of kind TAGS do not ascend");
        assertLearnerSays(
                security,
                Plan.TAGS,
                frame -> {
                    System.arraycopy(frame, Frame.HEADER, frame, Frame.HEADER + width, width);
                    return frame;
                },
                "The rows of kind TAGS do not ascend");
    }

    private static void assertLearnerSays(Security security, Frame kind, UnaryOperator<byte[]> change, String message) {
        Parties parties = new Parties(security);
        Run<Intersection, Learned> run = Run.of(parties.learner(), Altered.frames(parties.responder(), kind, change));

        assertSays(run.learner(), message);
    }

    private static void assertResponderSays(
            Security security, Frame kind, UnaryOperator<byte[]> change, String message) {
        Parties parties = new Parties(security);
        Run<Intersection, Learned> run = Run.of(Altered.frames(parties.learner(), kind, change), parties.responder());

        assertSays(run.responder(), message);
    }

    private static void assertResponderSays(StubbornLearner liar, String message) {
        Run<Boolean, Learned> run = Run.of(liar.start(), new Parties(Security.MALICIOUS).responder());

        assertSays(run.responder(), message);
        assertThat(liar.wasBelieved()).isFalse();
    }

    private static void assertSays(Run.End<?> honest, String message) {
        assertThat(honest.result()).isEmpty();
        assertThat(honest.failure()).get().isInstanceOf(Misbehaviour.class);
        assertThat(honest.failure()).get().extracting(Throwable::getMessage).isEqualTo(message);
    }

    private static byte[] flipped(byte[] frame, int at) {
        frame[at] ^= 4;
        return frame;
    }

    private static byte[] filled(byte[] frame, int from, int length, int value) {
        Arrays.fill(frame, from, from + length, (byte) value);
        return frame;
    }
}
