package org.sluice.protocol.psi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.channel.Channel;
import org.sluice.protocol.channel.Tally;
import org.sluice.protocol.psi.TamperingChannel.Damage;

/** What every technique promises: the join in the clear, the bytes of its formula, nothing over an altered path. */
class PsiContractTest {

    private record Shape(String name, List<byte[]> learners, List<byte[]> responders) {}

    private static final List<byte[]> TEN_THOUSAND = Samples.numbered(0, 10_000);

    private static List<Shape> shapes() {
        return List.of(
                new Shape("both empty", Samples.numbered(0, 0), Samples.numbered(0, 0)),
                new Shape("learner empty", Samples.numbered(0, 0), Samples.numbered(0, 5)),
                new Shape("responder empty", Samples.numbered(0, 5), Samples.numbered(0, 0)),
                new Shape("one alike", Samples.numbered(7, 8), Samples.numbered(7, 8)),
                new Shape("one unlike", Samples.numbered(7, 8), Samples.numbered(8, 9)),
                new Shape("two and two, one common", Samples.numbered(0, 2), Samples.numbered(1, 3)),
                new Shape("few against many", Samples.numbered(18, 21), Samples.numbered(0, 20)),
                new Shape("many against few", Samples.numbered(0, 20), Samples.numbered(18, 21)),
                new Shape("none common", Samples.numbered(0, 16), Samples.numbered(16, 32)),
                new Shape("all common", Samples.numbered(0, 19), backwards(Samples.numbered(0, 19))),
                new Shape(
                        "duplicates",
                        Samples.doubled(Samples.numbered(0, 6)),
                        Samples.doubled(backwards(Samples.numbered(4, 9)))),
                new Shape("items of 1 byte", ofLength(1, 0, 40), ofLength(1, 30, 70)),
                new Shape("items of 1 KB", ofLength(1024, 0, 9), ofLength(1024, 5, 12)),
                new Shape("items of many lengths", manyLengths(0, 5), manyLengths(2, 6)));
    }

    static Stream<Arguments> techniquesAndShapes() {
        return Techniques.all().flatMap(technique -> shapes().stream()
                .map(shape -> arguments(technique.method().technique() + ", " + shape.name(), technique, shape)));
    }

    static Stream<Arguments> techniques() {
        return Techniques.all().map(technique -> arguments(technique.method().technique(), technique));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("techniquesAndShapes")
    void findsWhatAJoinInTheClearFinds(String name, Technique technique, Shape shape) {
        Run<Intersection, Learned> run = run(technique, Output.ONE_LEARNS, shape);

        assertThat(run.learner().result()).contains(joined(shape.learners(), shape.responders()));
        assertThat(run.responder().result())
                .contains(new Answered(
                        Samples.distinct(shape.responders()).size(),
                        Samples.distinct(shape.learners()).size()));
        assertMovesItsFormula(technique, Output.ONE_LEARNS, shape, run);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("techniquesAndShapes")
    void letsBothFindItWhereBothAgreed(String name, Technique technique, Shape shape) {
        if (technique.offers(Output.BOTH_LEARN)) {
            Run<Intersection, Learned> run = run(technique, Output.BOTH_LEARN, shape);

            assertThat(run.learner().result()).contains(joined(shape.learners(), shape.responders()));
            assertThat(run.responder().result()).contains(joined(shape.responders(), shape.learners()));
            assertMovesItsFormula(technique, Output.BOTH_LEARN, shape, run);
        } else {
            assertThatThrownBy(() -> run(technique, Output.BOTH_LEARN, shape))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("techniques")
    void findsOneInTenThousandAndTenThousandInOne(String name, Technique technique) {
        Terms terms = new Terms(technique.method(), Output.ONE_LEARNS, new byte[16], 0, 20_000);
        List<byte[]> one = Samples.numbered(7777, 7778);

        Run<Intersection, Learned> few = run(technique, terms, one, TEN_THOUSAND);
        Run<Intersection, Learned> many = run(technique, terms, TEN_THOUSAND, one);

        assertThat(few.learner().result()).contains(new Intersection(new int[] {0}, 1, 10_000));
        assertThat(many.learner().result()).contains(new Intersection(new int[] {7777}, 10_000, 1));
        assertThat(sent(few)).isEqualTo(technique.traffic(1, 10_000, terms));
        assertThat(sent(many)).isEqualTo(technique.traffic(10_000, 1, terms));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("techniques")
    void showsNoTwoRunsTheSameBytes(String name, Technique technique) {
        Shape shape = new Shape("two and two", Samples.numbered(0, 2), Samples.numbered(1, 3));
        Run<Intersection, Learned> first = run(technique, Output.ONE_LEARNS, shape);
        Run<Intersection, Learned> second = run(technique, Output.ONE_LEARNS, shape);

        assertThat(first.learner()).isEqualTo(second.learner());
        assertThat(first.learnersLine().sent().sha256())
                .isNotEqualTo(second.learnersLine().sent().sha256());
        assertThat(first.respondersLine().sent().sha256())
                .isNotEqualTo(second.respondersLine().sent().sha256());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("techniques")
    void refusesTermsOfAnotherTechnique(String name, Technique technique) {
        Method method = technique.method();
        Terms others = Samples.terms(new Method(method.technique() + "+", method.suite()), Output.ONE_LEARNS);
        ItemSet items = ItemSet.of(Samples.numbered(0, 1), others);

        assertThatThrownBy(() -> technique.learner(items)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> technique.responder(items)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever happens to any frame, in either direction, ends in Misbehaviour before anybody puts something out. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("techniques")
    void putsNothingOutOverAnAlteredPath(String name, Technique technique) {
        for (Output output : List.of(Output.ONE_LEARNS, Output.BOTH_LEARN)) {
            if (technique.offers(output)) {
                alterEveryFrame(technique, output);
            }
        }
    }

    private static void alterEveryFrame(Technique technique, Output output) {
        Shape shape = new Shape("few", Samples.numbered(0, 3), Samples.numbered(1, 5));
        Run<Intersection, Learned> honest = run(technique, output, shape);
        int learners = (int) honest.learnersLine().sent().frames();
        int responders = (int) honest.respondersLine().sent().frames();
        Arrays.stream(Damage.values()).forEach(damage -> {
            frames(damage, learners)
                    .forEach(frame -> alter(technique, output, shape, damage, at(damage, frame), line -> line)
                            .assertNothingLearned());
            frames(damage, responders)
                    .forEach(frame -> alter(technique, output, shape, damage, line -> line, at(damage, frame))
                            .assertNothingLearned());
        });
    }

    /** A last frame that comes twice is left out: nobody reads the second. */
    private static IntStream frames(Damage damage, int count) {
        return IntStream.range(0, damage == Damage.DOUBLED ? count - 1 : count);
    }

    private static UnaryOperator<Channel> at(Damage damage, int frame) {
        return line -> new TamperingChannel(line, damage, frame);
    }

    private static Run<Intersection, Learned> alter(
            Technique technique,
            Output output,
            Shape shape,
            Damage damage,
            UnaryOperator<Channel> learnersPath,
            UnaryOperator<Channel> respondersPath) {
        Terms terms = Samples.terms(technique.method(), output);
        return Run.of(
                technique.learner(ItemSet.of(shape.learners(), terms)),
                technique.responder(ItemSet.of(shape.responders(), terms)),
                patience(damage),
                learnersPath,
                respondersPath);
    }

    /** Where a frame stays away somebody has to wait; everywhere else the damage itself must be what is noticed. */
    private static Duration patience(Damage damage) {
        return damage == Damage.LOST || damage == Damage.SWAPPED ? Duration.ofMillis(150) : Duration.ofSeconds(30);
    }

    private static void assertMovesItsFormula(
            Technique technique, Output output, Shape shape, Run<Intersection, Learned> run) {
        int learners = Samples.distinct(shape.learners()).size();
        int responders = Samples.distinct(shape.responders()).size();
        assertThat(sent(run))
                .isEqualTo(technique.traffic(learners, responders, Samples.terms(technique.method(), output)));
        assertThat(run.respondersLine().received()).isEqualTo(run.learnersLine().sent());
        assertThat(run.learnersLine().received()).isEqualTo(run.respondersLine().sent());
    }

    private static Traffic sent(Run<?, ?> run) {
        Tally learners = run.learnersLine().sent();
        Tally responders = run.respondersLine().sent();
        return new Traffic(learners.bytes() - Run.CONFIRMATION, responders.bytes() - Run.CONFIRMATION);
    }

    private static Run<Intersection, Learned> run(Technique technique, Output output, Shape shape) {
        return run(technique, Samples.terms(technique.method(), output), shape.learners(), shape.responders());
    }

    private static Run<Intersection, Learned> run(
            Technique technique, Terms terms, List<byte[]> learners, List<byte[]> responders) {
        return Run.of(
                technique.learner(ItemSet.of(learners, terms)), technique.responder(ItemSet.of(responders, terms)));
    }

    private static Intersection joined(List<byte[]> own, List<byte[]> peers) {
        Set<ByteBuffer> theirs = Samples.distinct(peers);
        Set<ByteBuffer> seen = new HashSet<>();
        int[] positions = IntStream.range(0, own.size())
                .filter(i -> seen.add(ByteBuffer.wrap(own.get(i))))
                .filter(i -> theirs.contains(ByteBuffer.wrap(own.get(i))))
                .toArray();
        return new Intersection(positions, seen.size(), theirs.size());
    }

    private static List<byte[]> backwards(List<byte[]> items) {
        List<byte[]> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return turned;
    }

    private static List<byte[]> ofLength(int length, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> {
                    byte[] item = new byte[length];
                    item[length - 1] = (byte) number;
                    return item;
                })
                .toList();
    }

    /** Items of 0, 1, 16, 81 … bytes, all zero. */
    private static List<byte[]> manyLengths(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new byte[number * number * number * number])
                .toList();
    }
}
