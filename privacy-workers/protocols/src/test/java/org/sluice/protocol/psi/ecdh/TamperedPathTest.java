package org.sluice.protocol.psi.ecdh;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.TamperingChannel;
import org.sluice.protocol.psi.TamperingChannel.Damage;
import org.sluice.protocol.psi.Terms;

/** Whatever happens to any frame on the path, in either direction, ends in Misbehaviour before output. */
class TamperedPathTest {

    /** Hello, size, two of masked rows, confirmation. */
    private static final int LEARNERS_FRAMES = 5;

    /** Hello, size, two of masked rows, two of tags, confirmation. */
    private static final int RESPONDERS_FRAMES = 7;

    private final SecureRandom random = new SecureRandom();

    static Stream<Arguments> learnersFrames() {
        return damages(LEARNERS_FRAMES);
    }

    static Stream<Arguments> respondersFrames() {
        return damages(RESPONDERS_FRAMES);
    }

    /** A last frame that comes twice is left out: nobody reads the second. */
    private static Stream<Arguments> damages(int frames) {
        return Arrays.stream(Damage.values()).flatMap(damage -> IntStream.range(0, frames)
                .filter(frame -> damage != Damage.DOUBLED || frame < frames - 1)
                .mapToObj(frame -> arguments(damage, frame)));
    }

    @ParameterizedTest
    @MethodSource("learnersFrames")
    void refusesDamageToWhatTheLearnerSends(Damage damage, int frame) {
        run(damage, line -> new TamperingChannel(line, damage, frame), line -> line)
                .assertNothingLearned();
    }

    @ParameterizedTest
    @MethodSource("respondersFrames")
    void refusesDamageToWhatTheResponderSends(Damage damage, int frame) {
        run(damage, line -> line, line -> new TamperingChannel(line, damage, frame))
                .assertNothingLearned();
    }

    private Run<Overlap, Answered> run(
            Damage damage, UnaryOperator<Channel> learnersPath, UnaryOperator<Channel> respondersPath) {
        Cardinality protocol = new Cardinality(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM)), random);
        Terms terms = Samples.terms(protocol.method(), Output.CARDINALITY);
        return Run.of(
                protocol.learner(ItemSet.of(Samples.numbered(0, 3), terms)),
                protocol.responder(ItemSet.of(Samples.numbered(1, 5), terms)),
                patience(damage),
                learnersPath,
                respondersPath);
    }

    /** Where a frame stays away somebody has to wait; everywhere else the damage itself must be what is noticed. */
    private static Duration patience(Damage damage) {
        return damage == Damage.LOST || damage == Damage.SWAPPED ? Duration.ofMillis(150) : Duration.ofSeconds(30);
    }
}
