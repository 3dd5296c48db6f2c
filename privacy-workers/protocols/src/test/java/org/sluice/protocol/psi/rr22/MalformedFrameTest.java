package org.sluice.protocol.psi.rr22;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.rr22.Rr22.Security;

/** Every frame of either party, sent with another kind or another length than the plan says. */
class MalformedFrameTest {

    private static final List<Frame> LEARNERS = List.of(Plan.CORRECTIONS, Plan.PLACEMENT, Plan.VECTOR);
    private static final List<Frame> LEARNERS_IF_MALICIOUS = List.of(Plan.COMBINATION, Plan.OPENED);
    private static final List<Frame> RESPONDERS = List.of(Plan.POINTS, Plan.PUNCTURING, Plan.TAGS);
    private static final List<Frame> RESPONDERS_IF_MALICIOUS = List.of(Plan.CHALLENGE, Plan.EXPECTED, Plan.MASK);

    static Stream<Arguments> learnersFrames() {
        return Stream.concat(each(LEARNERS), LEARNERS_IF_MALICIOUS.stream().map(MalformedFrameTest::malicious));
    }

    static Stream<Arguments> respondersFrames() {
        return Stream.concat(each(RESPONDERS), RESPONDERS_IF_MALICIOUS.stream().map(MalformedFrameTest::malicious));
    }

    private static Stream<Arguments> each(List<Frame> kinds) {
        return Arrays.stream(Security.values())
                .flatMap(security -> kinds.stream().map(kind -> arguments(security, kind)));
    }

    private static Arguments malicious(Frame kind) {
        return arguments(Security.MALICIOUS, kind);
    }

    @ParameterizedTest
    @MethodSource("learnersFrames")
    void isNoticedByTheResponder(Security security, Frame kind) {
        Parties parties = new Parties(security);
        for (UnaryOperator<byte[]> change : changes()) {
            Run<Intersection, Learned> run =
                    Run.of(Altered.frames(parties.learner(), kind, change), parties.responder());

            assertNoticed(run.responder(), kind);
        }
    }

    @ParameterizedTest
    @MethodSource("respondersFrames")
    void isNoticedByTheLearner(Security security, Frame kind) {
        Parties parties = new Parties(security);
        for (UnaryOperator<byte[]> change : changes()) {
            Run<Intersection, Learned> run =
                    Run.of(parties.learner(), Altered.frames(parties.responder(), kind, change));

            assertNoticed(run.learner(), kind);
        }
    }

    private static List<UnaryOperator<byte[]>> changes() {
        return List.of(
                frame -> {
                    frame[0]++;
                    return frame;
                },
                frame -> Arrays.copyOf(frame, frame.length - 1),
                frame -> Arrays.copyOf(frame, frame.length + 1));
    }

    private static void assertNoticed(Run.End<?> honest, Frame kind) {
        assertThat(honest.result()).isEmpty();
        assertThat(honest.failure()).get().isInstanceOf(Misbehaviour.class);
        assertThat(honest.failure())
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("of kind " + kind.name() + " ");
    }
}
