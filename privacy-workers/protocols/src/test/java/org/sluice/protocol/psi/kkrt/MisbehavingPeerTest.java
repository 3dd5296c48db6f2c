package org.sluice.protocol.psi.kkrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;

/** What a peer itself sends wrong: the transcripts agree, so the protocol has to notice, or to stay within its own set. */
class MisbehavingPeerTest {

    private static final int POINTS = 2;
    private static final int SALT = 3;
    private static final int MATRIX = 4;
    private static final int COMMON = 5;
    private static final int TRANSFERS = 2;
    private static final int TAGS = 3;

    /** The learner's firms are 0 to 39, the responder's 10 to 59. */
    private static final int LEARNERS = 40;

    private static final int FIRST = 10;
    private static final int LAST = 60;
    private static final int[] LEARNERS_COMMON =
            IntStream.range(FIRST, LEARNERS).toArray();
    private static final int[] RESPONDERS_COMMON =
            IntStream.range(0, LEARNERS - FIRST).toArray();
    private static final int TAG = Terms.tagLength(LEARNERS, LAST - FIRST);

    private final SecureRandom random = new SecureRandom();
    private final Kkrt protocol = new Kkrt(new Cores(ForkJoinPool.commonPool(), 1), random);
    private final Terms terms = new Terms(protocol.method(), Output.BOTH_LEARN, new byte[16], 0, 1000);

    static Stream<Arguments> learnersFrames() {
        return Stream.of(
                arguments("POINTS", POINTS, 8448),
                arguments("SALT", SALT, 16),
                arguments("MATRIX", MATRIX, 56 * Bins.of(LEARNERS).count()),
                arguments("COMMON", COMMON, TAG * LEARNERS));
    }

    static Stream<Arguments> respondersFrames() {
        return Stream.of(
                arguments("TRANSFERS", TRANSFERS, 8225),
                arguments("TAGS", TAGS, TAG * (LAST - FIRST)),
                arguments("TAGS", TAGS + 1, TAG * (LAST - FIRST)),
                arguments("TAGS", TAGS + 2, TAG * (LAST - FIRST)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("learnersFrames")
    void noticesLearnersFrameOfOtherKindOrLength(String kind, int frame, int length) {
        for (Wrong wrong : wrongs(kind, length)) {
            assertResponderRefuses(frame, wrong.change(), wrong.message());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("respondersFrames")
    void noticesRespondersFrameOfOtherKindOrLength(String kind, int frame, int length) {
        for (Wrong wrong : wrongs(kind, length)) {
            assertLearnerRefuses(frame, wrong.change(), wrong.message());
        }
    }

    private record Wrong(String message, UnaryOperator<byte[]> change) {}

    private static List<Wrong> wrongs(String kind, int length) {
        String other = "Another frame came where one of kind " + kind + " was due";
        String holds = "A frame of kind " + kind + " holds %d bytes instead of " + length;
        return List.of(
                new Wrong(other, frame -> new byte[0]),
                new Wrong(other, frame -> at(frame, 0, (byte) 22)),
                new Wrong(holds.formatted(length - 1), frame -> Arrays.copyOf(frame, frame.length - 1)),
                new Wrong(holds.formatted(length + 1), frame -> Arrays.copyOf(frame, frame.length + 1)),
                new Wrong(holds.formatted(0), frame -> Arrays.copyOf(frame, 1)));
    }

    @Test
    void noticesPointsThatAreNone() {
        for (int point : new int[] {0, 1, 128, 255}) {
            assertResponderRefuses(
                    POINTS,
                    frame -> at(frame, Frame.HEADER + 33 * point, (byte) 0),
                    "P-256: the point is not compressed");
        }
        assertResponderRefuses(
                POINTS,
                frame -> filled(frame, Frame.HEADER + 1, Frame.HEADER + 33),
                "P-256: the x-coordinate is not reduced");
        assertLearnerRefuses(
                TRANSFERS, frame -> at(frame, Frame.HEADER, (byte) 4), "P-256: the point is not compressed");
        assertLearnerRefuses(
                TRANSFERS,
                frame -> filled(frame, Frame.HEADER + 1, Frame.HEADER + 33),
                "P-256: the x-coordinate is not reduced");
    }

    /** Most items stand in their first bin, so the first table's tags of common items are those that the learner looks for. */
    @Test
    void noticesTagsThatComeTwice() {
        int half = (LAST - FIRST) / 2 * TAG;
        assertLearnerRefuses(
                TAGS,
                frame -> {
                    System.arraycopy(frame, Frame.HEADER, frame, Frame.HEADER + half, half);
                    return frame;
                },
                "The peer's tags hold one twice");
    }

    @Test
    void noticesCommonItemsThatComeTwiceOrInAnotherOrder() {
        assertResponderRefuses(
                COMMON,
                frame -> {
                    System.arraycopy(frame, Frame.HEADER, frame, Frame.HEADER + TAG, TAG);
                    return frame;
                },
                "The common items hold one twice");
        assertResponderRefuses(
                COMMON,
                frame -> {
                    Column rows = Column.of(Arrays.copyOfRange(frame, Frame.HEADER, frame.length), TAG);
                    rows.copyRows(0, 1, frame, Frame.HEADER + TAG);
                    rows.copyRows(1, 2, frame, Frame.HEADER);
                    return frame;
                },
                "The rows of kind COMMON are not in ascending order");
    }

    /** Nobody can tell these from other inputs: what comes out must be common indeed. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "3, 16", "4, 1", "4, 20000", "5, 7"})
    void staysWithinTheCommonItemsWhateverTheLearnerSends(int frame, int place) {
        Run<Intersection, Learned> run = run(new Deviation(frame, sent -> altered(sent, place)), Deviation.none());

        assertWithin(run.learner().result(), LEARNERS_COMMON);
        assertWithin(found(run.responder()), RESPONDERS_COMMON);
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 34", "2, 8000", "3, 1", "4, 7", "5, 100"})
    void staysWithinTheCommonItemsWhateverTheResponderSends(int frame, int place) {
        Run<Intersection, Learned> run = run(Deviation.none(), new Deviation(frame, sent -> altered(sent, place)));

        assertWithin(run.learner().result(), LEARNERS_COMMON);
        assertWithin(found(run.responder()), RESPONDERS_COMMON);
    }

    /** Noise in place of the matrix leaves nothing to find; another salt than that of the table, less. */
    @Test
    void findsNothingInNoise() {
        UnaryOperator<byte[]> noise = frame -> {
            byte[] other = new byte[frame.length];
            random.nextBytes(other);
            other[0] = frame[0];
            return other;
        };
        Run<Intersection, Learned> matrix = run(new Deviation(MATRIX, noise), Deviation.none());
        Run<Intersection, Learned> salt = run(new Deviation(SALT, noise), Deviation.none());

        assertThat(matrix.learner().result().map(Intersection::count)).contains(0);
        assertThat(found(matrix.responder()).map(Intersection::count)).contains(0);
        assertWithin(salt.learner().result(), LEARNERS_COMMON);
    }

    /** For what both learn the responder has the learner's word alone, which here names firms that the learner lacks. */
    @Test
    void letsTheLearnerClaimNoMoreThanTheRespondersItems() {
        ItemSet claimed = ItemSet.of(Samples.numbered(LAST - LEARNERS, LAST), terms);
        Column hashes = terms.hashing()
                .ofRows("sluice/kkrt/common/v1", terms.fingerprint(), claimed.hashes(), TAG)
                .sorted();
        Run<Intersection, Learned> run = run(
                new Deviation(COMMON, frame -> {
                    hashes.copyRows(0, LEARNERS, frame, Frame.HEADER);
                    return frame;
                }),
                Deviation.none());

        assertThat(found(run.responder()).map(Intersection::positions))
                .contains(IntStream.range(LAST - LEARNERS - FIRST, LAST - FIRST).toArray());
    }

    private static Optional<Intersection> found(Run.End<Learned> end) {
        return end.result().map(Intersection.class::cast);
    }

    private static void assertWithin(Optional<Intersection> result, int[] common) {
        assertThat(result)
                .hasValueSatisfying(found -> assertThat(Arrays.stream(common).boxed())
                        .containsAll(Arrays.stream(found.positions()).boxed().toList()));
    }

    private void assertResponderRefuses(int frame, UnaryOperator<byte[]> change, String message) {
        Run<Intersection, Learned> run = run(new Deviation(frame, change), Deviation.none());

        run.assertNobodyLearned();
        assertSaid(run.responder().failure(), message);
    }

    private void assertLearnerRefuses(int frame, UnaryOperator<byte[]> change, String message) {
        Run<Intersection, Learned> run = run(Deviation.none(), new Deviation(frame, change));

        run.assertNobodyLearned();
        assertSaid(run.learner().failure(), message);
    }

    private static void assertSaid(Optional<RuntimeException> failure, String message) {
        assertThat(failure).get().isInstanceOf(Misbehaviour.class);
        assertThat(failure).get().extracting(Throwable::getMessage).isEqualTo(message);
    }

    private Run<Intersection, Learned> run(Deviation learners, Deviation responders) {
        return Run.of(
                learners.of(protocol.learner(ItemSet.of(Samples.numbered(0, LEARNERS), terms))),
                responders.of(protocol.responder(ItemSet.of(Samples.numbered(FIRST, LAST), terms))));
    }

    private static byte[] at(byte[] frame, int place, byte value) {
        frame[place] = value;
        return frame;
    }

    private static byte[] filled(byte[] frame, int from, int to) {
        Arrays.fill(frame, from, to, (byte) 0xff);
        return frame;
    }

    private static byte[] altered(byte[] frame, int place) {
        frame[place] ^= 1;
        return frame;
    }
}
