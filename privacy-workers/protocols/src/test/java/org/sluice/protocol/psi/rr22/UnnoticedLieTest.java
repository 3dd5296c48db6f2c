package org.sluice.protocol.psi.rr22;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.rr22.Rr22.Security;

/** What a peer sends wrong and nobody can notice: the run ends, and the result holds only what both have, or less. */
class UnnoticedLieTest {

    private static final int TREES = Frame.HEADER + Plan.HASH;
    private static final int COLUMNS = Frame.HEADER + Plan.POINT + Plan.HASH;

    private final SecureRandom random = new SecureRandom();

    static Stream<Arguments> learnersLies() {
        return Stream.of(
                arguments(Security.SEMI_HONEST, Plan.CORRECTIONS, COLUMNS),
                arguments(Security.SEMI_HONEST, Plan.PLACEMENT, Frame.HEADER),
                arguments(Security.MALICIOUS, Plan.PLACEMENT, Frame.HEADER),
                arguments(Security.SEMI_HONEST, Plan.VECTOR, Frame.HEADER),
                arguments(Security.MALICIOUS, Plan.VECTOR, Frame.HEADER));
    }

    @ParameterizedTest
    @MethodSource("learnersLies")
    void ofTheLearnerGetsItNoMoreThanItHas(Security security, Frame kind, int from) {
        Parties parties = new Parties(security);
        Run<Intersection, Learned> run =
                Run.of(Altered.frames(parties.learner(), kind, frame -> noise(frame, from, 16)), parties.responder());

        assertThat(positions(run)).isSubsetOf(Parties.COMMON);
        assertThat(run.responder().result()).contains(new Answered(Parties.RESPONDERS, Parties.LEARNERS));
    }

    @Test
    void ofTheSemiHonestRespondersTreesSpoilsTheResult() {
        Parties parties = new Parties(Security.SEMI_HONEST);
        Run<Intersection, Learned> run = Run.of(
                parties.learner(),
                Altered.frames(
                        parties.responder(), Plan.PUNCTURING, frame -> noise(frame, TREES, frame.length - TREES)));

        assertThat(positions(run)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void ofTheRespondersTagsTakesItemsFromTheResult(Security security) {
        Parties parties = new Parties(security);
        Run<Intersection, Learned> run =
                Run.of(parties.learner(), Altered.frames(parties.responder(), Plan.TAGS, frame -> {
                    noise(frame, Frame.HEADER, frame.length - Frame.HEADER);
                    return sorted(frame, security);
                }));

        assertThat(positions(run)).isEmpty();
    }

    /** One tag becomes another: all that are common stay, but for it. */
    @ParameterizedTest
    @EnumSource(Security.class)
    void ofOneTagTakesOneItemAtMost(Security security) {
        Parties parties = new Parties(security);
        Run<Intersection, Learned> run =
                Run.of(parties.learner(), Altered.frames(parties.responder(), Plan.TAGS, frame -> {
                    noise(frame, Frame.HEADER, width(security));
                    return sorted(frame, security);
                }));

        assertThat(positions(run)).isSubsetOf(Parties.COMMON).hasSizeBetween(9, 10);
    }

    private static List<Integer> positions(Run<Intersection, Learned> run) {
        int[] positions = run.learner().result().orElseThrow().positions();
        return Arrays.stream(positions).boxed().toList();
    }

    private byte[] noise(byte[] frame, int from, int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, frame, from, length);
        return frame;
    }

    private static byte[] sorted(byte[] frame, Security security) {
        byte[] rows = Arrays.copyOfRange(frame, Frame.HEADER, frame.length);
        Column tags = Column.owning(rows, width(security)).sorted();
        return Plan.TAGS.of(tags, 0, tags.count());
    }

    private static int width(Security security) {
        return security == Security.MALICIOUS ? Plan.BLOCK : Terms.tagLength(Parties.LEARNERS, Parties.RESPONDERS);
    }
}
