package org.sluice.protocol.psi.sum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.Tally;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.group.P256Group;
import org.sluice.protocol.group.Sm2Group;
import org.sluice.protocol.psi.ChangedParty;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Method;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.TamperingChannel;
import org.sluice.protocol.psi.TamperingChannel.Damage;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.psi.Traffic;

/** The sum equals the one in the clear, over every curve and for every odd shape of set; nothing over an altered path. */
class SumContractTest {

    private static final DiffieHellmanGroup CURVE = new Curve25519Group(Encoding.NONUNIFORM);

    private final SecureRandom random = new SecureRandom();

    static Stream<Arguments> shapes() {
        return Stream.of(
                arguments("both empty", Samples.numbered(0, 0), Samples.numbered(0, 0)),
                arguments("value holder empty", Samples.numbered(0, 0), Samples.numbered(0, 5)),
                arguments("responder empty", Samples.numbered(0, 5), Samples.numbered(0, 0)),
                arguments("one alike", Samples.numbered(7, 8), Samples.numbered(7, 8)),
                arguments("one unlike", Samples.numbered(7, 8), Samples.numbered(8, 9)),
                arguments("two and two", Samples.numbered(0, 2), Samples.numbered(1, 3)),
                arguments("few against many", Samples.numbered(18, 21), Samples.numbered(0, 20)),
                arguments("many against few", Samples.numbered(0, 20), Samples.numbered(18, 21)),
                arguments("none common", Samples.numbered(0, 6), Samples.numbered(6, 12)),
                arguments("all common", Samples.numbered(0, 9), Samples.numbered(0, 9)),
                arguments(
                        "duplicates",
                        Samples.doubled(Samples.numbered(0, 6)),
                        Samples.doubled(Samples.numbered(4, 9))));
    }

    static Stream<Arguments> groupsAndShapes() {
        return Stream.of(CURVE, new P256Group(Encoding.NONUNIFORM), new Sm2Group(Encoding.NONUNIFORM))
                .flatMap(group -> shapes().map(Arguments::get)
                        .map(shape -> arguments(group.suite() + ", " + shape[0], group, shape[1], shape[2])));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("groupsAndShapes")
    void addsUpWhatAJoinInTheClearAddsUp(
            String name, DiffieHellmanGroup group, List<byte[]> learners, List<byte[]> responders) {
        Sum protocol = new Sum(BatchedGroup.alone(group), random);
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        Run<Optional<Total>, Optional<Overlap>> run = run(protocol, terms, learners, responders);

        int own = Samples.distinct(learners).size();
        int peers = Samples.distinct(responders).size();
        int common = Samples.join(learners, responders);
        assertThat(run.learner().result())
                .contains(Optional.of(new Total(new Overlap(common, own, peers), sum(learners, responders))));
        assertThat(run.responder().result()).contains(Optional.of(new Overlap(common, peers, own)));
        assertThat(sent(run)).isEqualTo(protocol.traffic(own, peers, terms));
        assertThat(run.respondersLine().received()).isEqualTo(run.learnersLine().sent());
        assertThat(run.learnersLine().received()).isEqualTo(run.respondersLine().sent());
    }

    @Test
    void addsUpOneInAThousandAndAThousandInOneInFullFrames() {
        Sum protocol = new Sum(BatchedGroup.alone(CURVE), random);
        Terms terms = new Terms(protocol.method(), Output.SUM, new byte[16], 1, 1000);
        List<byte[]> thousand = Samples.numbered(0, 1000);
        List<byte[]> one = Samples.numbered(777, 778);

        Run<Optional<Total>, Optional<Overlap>> few = run(protocol, terms, one, thousand);
        Run<Optional<Total>, Optional<Overlap>> many = run(protocol, terms, thousand, one);

        assertThat(few.learner().result())
                .contains(Optional.of(new Total(new Overlap(1, 1, 1000), sum(one, thousand))));
        assertThat(many.learner().result())
                .contains(Optional.of(new Total(new Overlap(1, 1000, 1), sum(thousand, one))));
        assertThat(sent(few)).isEqualTo(protocol.traffic(1, 1000, terms));
        assertThat(sent(many)).isEqualTo(protocol.traffic(1000, 1, terms));
    }

    @Test
    void reachesTheGreatestSum() {
        long[] values = {(1L << 40) - 3, 0, 2};

        Run<Optional<Total>, Optional<Overlap>> run = run(values, Samples.numbered(0, 3), Samples.numbered(0, 3));

        assertThat(run.learner().result()).contains(Optional.of(new Total(new Overlap(3, 3, 3), (1L << 40) - 1)));
    }

    @Test
    void movesExactlyTheBytesItDeclares() {
        int m = 5;
        int n = 8;
        int tag = 6; // (40 + 3 + 3) / 8, rounded up
        Run<Optional<Total>, Optional<Overlap>> run = run(values(m), Samples.numbered(0, m), Samples.numbered(0, n));

        assertThat(sent(run)).isEqualTo(new Traffic(136L + 98 * m + 2 * 3 + tag * n + 4, 173L + 32 * n + 4));
        assertThat(run.learnersLine().sent()).extracting(Tally::frames).isEqualTo(3L + 3 + 4 + 1 + 3);
        assertThat(run.learnersLine().received()).extracting(Tally::frames).isEqualTo(3L + 4 + 1);
    }

    /** Three are common. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void tellsASumOverAsManyAsAgreedOrMore(int leastCommon) {
        Sum protocol = atLeast(leastCommon);
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        List<byte[]> learners = Samples.numbered(0, 5);
        List<byte[]> responders = Samples.numbered(2, 9);

        Run<Optional<Total>, Optional<Overlap>> run = run(protocol, terms, learners, responders);

        assertThat(run.learner().result())
                .contains(Optional.of(new Total(new Overlap(3, 5, 7), sum(learners, responders))));
        assertThat(run.responder().result()).contains(Optional.of(new Overlap(3, 7, 5)));
        assertThat(sent(run)).isEqualTo(protocol.traffic(5, 7, terms));
    }

    static Stream<Arguments> tooFew() {
        return Stream.of(
                arguments("one too few", 4, Samples.numbered(0, 5), Samples.numbered(2, 9)),
                arguments("one of two", 2, Samples.numbered(0, 5), Samples.numbered(4, 9)),
                arguments("none of one", 1, Samples.numbered(0, 5), Samples.numbered(5, 9)),
                arguments(
                        "one that all have, twice", 2, Samples.numbered(7, 8), Samples.doubled(Samples.numbered(7, 8))),
                arguments("more than there are", 1001, Samples.numbered(0, 5), Samples.numbered(0, 5)),
                arguments("value holder empty", 1, Samples.numbered(0, 0), Samples.numbered(0, 5)),
                arguments("responder empty", 1, Samples.numbered(0, 5), Samples.numbered(0, 0)),
                arguments("both empty", 1, Samples.numbered(0, 0), Samples.numbered(0, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooFew")
    void withholdsASumOverFewerThanAgreedFromBoth(
            String name, int leastCommon, List<byte[]> learners, List<byte[]> responders) {
        Sum protocol = atLeast(leastCommon);
        Terms terms = Samples.terms(protocol.method(), Output.SUM);

        Run<Optional<Total>, Optional<Overlap>> run = run(protocol, terms, learners, responders);

        assertThat(run.learner().result()).contains(Optional.empty());
        assertThat(run.responder().result()).contains(Optional.empty());
        int own = Samples.distinct(learners).size();
        int peers = Samples.distinct(responders).size();
        assertThat(sent(run)).isEqualTo(protocol.traffic(own, peers, terms));
        assertThat(run.respondersLine().received()).isEqualTo(run.learnersLine().sent());
    }

    /** The number is the same, and the ciphertext, which the value holder takes for one of zero, is always another. */
    @Test
    void answersAlikeForEveryNumberBelowTheLeast() {
        List<ByteBuffer> numbers = new ArrayList<>();
        List<ByteBuffer> points = new ArrayList<>();
        for (int common : new int[] {0, 1, 2, 2}) {
            byte[] answer = answer(atLeast(3), Samples.numbered(0, 4), Samples.numbered(4 - common, 8 - common));
            numbers.add(ByteBuffer.wrap(answer, 1, Integer.BYTES));
            points.add(ByteBuffer.wrap(answer, 5, P256.POINT));
            points.add(ByteBuffer.wrap(answer, 5 + P256.POINT, P256.POINT));
        }

        assertThat(numbers).hasSize(4).containsOnly(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1}));
        assertThat(points).hasSize(8).doesNotHaveDuplicates();
    }

    /** The frame in which the responder of four items answers, which both take. */
    private static byte[] answer(Sum protocol, List<byte[]> learners, List<byte[]> responders) {
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        List<byte[]> answers = new ArrayList<>();
        Run<Optional<Total>, Optional<Overlap>> run = Run.of(
                protocol.learner(ValuedSet.of(learners, values(learners.size()), terms)),
                ChangedParty.of(protocol.responder(ItemSet.of(responders, terms)), 4, frame -> {
                    answers.add(frame.clone());
                    return frame;
                }));
        assertThat(run.learner().result()).isPresent();
        assertThat(answers).singleElement().satisfies(frame -> assertThat(frame).hasSize(1 + 4 + 66));
        return answers.get(0);
    }

    @Test
    void namesTheLeastInItsSuiteUnlessEachSumIsTold() {
        String suite = CURVE.suite() + ", ElGamal P-256";

        assertThat(atLeast(0).method()).isEqualTo(new Method("ecdh-sum/v1", suite));
        assertThat(new Sum(BatchedGroup.alone(CURVE), random).method())
                .isEqualTo(atLeast(0).method());
        assertThat(atLeast(20).method()).isEqualTo(new Method("ecdh-sum/v1", suite + ", at least 20 common"));
    }

    @Test
    void refusesANegativeLeast() {
        assertThatThrownBy(() -> atLeast(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No number of common items is below -1");
    }

    @Test
    void showsNoTwoRunsTheSameBytes() {
        Run<Optional<Total>, Optional<Overlap>> first = run(values(3), Samples.numbered(0, 3), Samples.numbered(0, 3));
        Run<Optional<Total>, Optional<Overlap>> second = run(values(3), Samples.numbered(0, 3), Samples.numbered(0, 3));

        assertThat(first.learner()).isEqualTo(second.learner());
        assertThat(first.learnersLine().sent().sha256())
                .isNotEqualTo(second.learnersLine().sent().sha256());
        assertThat(first.respondersLine().sent().sha256())
                .isNotEqualTo(second.respondersLine().sent().sha256());
    }

    @Test
    void refusesOtherTermsAndSetsBelowTheLeastSize() {
        Sum protocol = new Sum(BatchedGroup.alone(CURVE), random);
        Terms others = Samples.terms(new Method("ecdh/v1", CURVE.suite()), Output.SUM);
        Terms otherOutput = Samples.terms(protocol.method(), Output.CARDINALITY);
        Terms atLeastFour = new Terms(protocol.method(), Output.SUM, new byte[16], 4, 9);

        for (Terms terms : List.of(others, otherOutput)) {
            ValuedSet set = ValuedSet.of(Samples.numbered(0, 1), values(1), terms);
            assertThatThrownBy(() -> protocol.learner(set)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> protocol.responder(set.items())).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ValuedSet.of(Samples.numbered(0, 3), values(3), atLeastFour))
                .hasMessage("The terms do not allow a set of 3");
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void putsNothingOutOverAnAlteredPath(Damage damage) {
        Run<Optional<Total>, Optional<Overlap>> honest = altered(damage, line -> line, line -> line);
        assertThat(honest.learner().result()).isPresent();

        frames(damage, honest.learnersLine().sent())
                .forEach(frame -> altered(damage, line -> new TamperingChannel(line, damage, frame), line -> line)
                        .assertNothingLearned());
        frames(damage, honest.respondersLine().sent())
                .forEach(frame -> altered(damage, line -> line, line -> new TamperingChannel(line, damage, frame))
                        .assertNothingLearned());
    }

    /** A last frame that comes twice is left out: nobody reads the second. */
    private static IntStream frames(Damage damage, Tally sent) {
        return IntStream.range(0, (int) sent.frames() - (damage == Damage.DOUBLED ? 1 : 0));
    }

    private Run<Optional<Total>, Optional<Overlap>> altered(
            Damage damage, UnaryOperator<Channel> learnersPath, UnaryOperator<Channel> respondersPath) {
        Sum protocol = new Sum(BatchedGroup.alone(CURVE), random);
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        boolean somebodyWaits = damage == Damage.LOST || damage == Damage.SWAPPED;
        return Run.of(
                protocol.learner(ValuedSet.of(Samples.numbered(0, 3), values(3), terms)),
                protocol.responder(ItemSet.of(Samples.numbered(1, 5), terms)),
                somebodyWaits ? Duration.ofMillis(400) : Duration.ofSeconds(30),
                learnersPath,
                respondersPath);
    }

    private Sum atLeast(int common) {
        return new Sum(BatchedGroup.alone(CURVE), Hashing.SHA_256, common, random);
    }

    private Run<Optional<Total>, Optional<Overlap>> run(long[] values, List<byte[]> learners, List<byte[]> responders) {
        Sum protocol = new Sum(BatchedGroup.alone(CURVE), random);
        Terms terms = Samples.terms(protocol.method(), Output.SUM);
        return Run.of(
                protocol.learner(ValuedSet.of(learners, values, terms)),
                protocol.responder(ItemSet.of(responders, terms)));
    }

    private static Run<Optional<Total>, Optional<Overlap>> run(
            Sum protocol, Terms terms, List<byte[]> learners, List<byte[]> responders) {
        return Run.of(
                protocol.learner(ValuedSet.of(learners, values(learners.size()), terms)),
                protocol.responder(ItemSet.of(responders, terms)));
    }

    private static Traffic sent(Run<?, ?> run) {
        Tally learners = run.learnersLine().sent();
        Tally responders = run.respondersLine().sent();
        return new Traffic(learners.bytes() - Run.CONFIRMATION, responders.bytes() - Run.CONFIRMATION);
    }

    /** Values that differ, so that the sum of other items is another one. */
    private static long[] values(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> 7L * i * i + i);
        return values;
    }

    private static long sum(List<byte[]> learners, List<byte[]> responders) {
        long[] values = values(learners.size());
        Set<ByteBuffer> theirs = Samples.distinct(responders);
        return IntStream.range(0, learners.size())
                .filter(i -> theirs.contains(ByteBuffer.wrap(learners.get(i))))
                .mapToLong(i -> values[i])
                .sum();
    }
}
