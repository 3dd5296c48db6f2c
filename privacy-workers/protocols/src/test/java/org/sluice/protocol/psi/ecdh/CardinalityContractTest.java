package org.sluice.protocol.psi.ecdh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.channel.Tally;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;

/** The overlap of two sets equals their join in the clear, over every group and for every odd shape of set. */
class CardinalityContractTest {

    private static final DiffieHellmanGroup CURVE = new Curve25519Group(Encoding.NONUNIFORM);

    private final SecureRandom random = new SecureRandom();

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("both empty", Samples.numbered(0, 0), Samples.numbered(0, 0)),
                arguments("learner empty", Samples.numbered(0, 0), Samples.numbered(0, 5)),
                arguments("responder empty", Samples.numbered(0, 5), Samples.numbered(0, 0)),
                arguments("one alike", Samples.numbered(7, 8), Samples.numbered(7, 8)),
                arguments("one unlike", Samples.numbered(7, 8), Samples.numbered(8, 9)),
                arguments("few against many", Samples.numbered(18, 21), Samples.numbered(0, 20)),
                arguments("many against few", Samples.numbered(0, 20), Samples.numbered(18, 21)),
                arguments("disjoint", Samples.numbered(0, 6), Samples.numbered(6, 12)),
                arguments("the same", Samples.numbered(0, 9), Samples.numbered(0, 9)),
                arguments(
                        "duplicates", Samples.doubled(Samples.numbered(0, 6)), Samples.doubled(Samples.numbered(4, 9))),
                arguments("odd lengths", oddLengths(0, 5), oddLengths(2, 8)));
    }

    static Stream<Arguments> groupsAndShapes() {
        return Groups.all().flatMap(group -> shapes().map(Arguments::get)
                .map(shape -> arguments(group.suite() + ", " + shape[0], group, shape[1], shape[2])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groupsAndShapes")
    void countsWhatAJoinInTheClearCounts(
            String name, DiffieHellmanGroup group, List<byte[]> learners, List<byte[]> responders) {
        Run<Overlap, Answered> run = run(group, learners, responders);

        int own = Samples.distinct(learners).size();
        int peers = Samples.distinct(responders).size();
        assertThat(run.learner().result()).contains(new Overlap(Samples.join(learners, responders), own, peers));
        assertThat(run.responder().result()).contains(new Answered(peers, own));
    }

    @Test
    void countsAHundredAgainstAHundredInFullFrames() {
        Cardinality protocol = new Cardinality(BatchedGroup.alone(CURVE), random);
        Terms terms = new Terms(protocol.method(), Output.CARDINALITY, new byte[16], 50, 200);

        Run<Overlap, Answered> run = run(protocol, terms, Samples.numbered(0, 100), Samples.numbered(63, 163));

        assertThat(run.learner().result()).contains(new Overlap(37, 100, 100));
    }

    @Test
    void movesExactlyTheBytesItDeclares() {
        int m = 5;
        int n = 8;
        int rowsPerFrame = 2;
        Run<Overlap, Answered> run = run(CURVE, Samples.numbered(0, m), Samples.numbered(0, n));

        int tag = 6; // (40 + 3 + 3) / 8, rounded up
        Cardinality protocol = new Cardinality(BatchedGroup.alone(CURVE), random);
        assertThat(protocol.traffic(m, n, Samples.terms(protocol.method(), Output.CARDINALITY)))
                .isEqualTo(new Traffic(102L + 32 * m + 3, 102L + 32 * n + 4 + tag * m + 3));
        assertThat(run.learnersLine().sent())
                .extracting(Tally::bytes, Tally::frames)
                .containsExactly(167L + 32 * m + 3, 3L + 3);
        assertThat(run.learnersLine().received())
                .extracting(Tally::bytes, Tally::frames)
                .containsExactly(167L + 32 * n + n / rowsPerFrame + tag * m + 3, 3L + 4 + 3);
        assertThat(run.respondersLine().sent()).isEqualTo(run.learnersLine().received());
    }

    @Test
    void showsNoTwoRunsTheSameBytes() {
        Run<Overlap, Answered> first = run(CURVE, Samples.numbered(0, 3), Samples.numbered(0, 3));
        Run<Overlap, Answered> second = run(CURVE, Samples.numbered(0, 3), Samples.numbered(0, 3));

        assertThat(first.learner()).isEqualTo(second.learner());
        assertThat(first.learnersLine().sent().sha256())
                .isNotEqualTo(second.learnersLine().sent().sha256());
    }

    private Run<Overlap, Answered> run(DiffieHellmanGroup group, List<byte[]> learners, List<byte[]> responders) {
        Cardinality protocol = new Cardinality(BatchedGroup.alone(group), random);
        return run(protocol, Samples.terms(protocol.method(), Output.CARDINALITY), learners, responders);
    }

    private static Run<Overlap, Answered> run(
            Cardinality protocol, Terms terms, List<byte[]> learners, List<byte[]> responders) {
        return Run.of(protocol.learner(ItemSet.of(learners, terms)), protocol.responder(ItemSet.of(responders, terms)));
    }

    /** Items of 0, 1, 16, 81 … bytes of the same letter. */
    private static List<byte[]> oddLengths(int from, int to) {
        List<byte[]> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            items.add("x".repeat(i * i * i * i).getBytes(StandardCharsets.US_ASCII));
        }
        return items;
    }
}
