package org.sluice.protocol.psi.ecdh;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.Curve25519Group;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.group.Encoding;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** What the contract of all techniques leaves open: every group and hash, several threads, what a peer sends wrong. */
class EcdhTest {

    private static final int MASKED = 2;
    private static final int WIDTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final Ecdh curve25519 = new Ecdh(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM)), random);

    @ParameterizedTest
    @MethodSource("org.sluice.protocol.psi.ecdh.Groups#all")
    void findsTheSameOverEveryGroup(DiffieHellmanGroup group) {
        assertFinds(new Ecdh(BatchedGroup.alone(group), random));
    }

    @ParameterizedTest
    @EnumSource(Hashing.class)
    void findsTheSameUnderEveryHash(Hashing hashing) {
        assertFinds(new Ecdh(BatchedGroup.alone(new Curve25519Group(Encoding.NONUNIFORM)), hashing, random));
    }

    @Test
    void findsTheSameOnSeveralThreads() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            DiffieHellmanGroup group = new Curve25519Group(Encoding.NONUNIFORM);
            assertFinds(new Ecdh(new BatchedGroup(group, threads, (step, rows, total) -> {}), random));
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertFinds(Ecdh technique) {
        Terms terms = Samples.terms(technique.method(), Output.BOTH_LEARN);

        Run<Intersection, Learned> run = Run.of(
                technique.learner(ItemSet.of(Samples.numbered(0, 7), terms)),
                technique.responder(ItemSet.of(Samples.numbered(5, 11), terms)));

        assertThat(run.learner().result())
                .hasValueSatisfying(learned -> assertThat(learned.positions()).containsExactly(5, 6));
        assertThat(run.responder().result())
                .hasValueSatisfying(learned ->
                        assertThat(((Intersection) learned).positions()).containsExactly(0, 1));
    }

    @Test
    void noticesAnItemTwice() {
        assertRefused(
                frame -> {
                    System.arraycopy(frame, 1, frame, 1 + WIDTH, WIDTH);
                    return frame;
                },
                "The peer's masked set holds an item twice");
    }

    @Test
    void noticesBytesThatAreNoElement() {
        assertRefused(first("00".repeat(32)), "Curve25519: all-zero bytes stand for the identity");
        assertRefused(first("01" + "00".repeat(31)), "Curve25519: the point has low order");
        assertRefused(first("ee" + "ff".repeat(30) + "7f"), "Curve25519: the u-coordinate is not reduced");
        assertRefused(first("09" + "00".repeat(30) + "80"), "Curve25519: bit 255 of an element is set");
    }

    @Test
    void noticesFewerRowsThanAnnounced() {
        assertRefused(frame -> Arrays.copyOf(frame, 1 + WIDTH), "A frame of kind MASKED holds 32 bytes instead of 64");
    }

    /** A well-formed point of the twist is just another item: the learner finds fewer, and nothing that it does not hold. */
    @Test
    void findsNothingForeignWhereAPointLiesOnTheTwist() {
        Run<Intersection, Learned> run = against(first("02" + "00".repeat(31)));

        assertThat(run.learner().result())
                .hasValueSatisfying(learned ->
                        assertThat(Arrays.stream(learned.positions()).boxed()).isSubsetOf(1, 2));
    }

    private static UnaryOperator<byte[]> first(String element) {
        return frame -> {
            System.arraycopy(HexFormat.of().parseHex(element), 0, frame, 1, WIDTH);
            return frame;
        };
    }

    private void assertRefused(UnaryOperator<byte[]> change, String message) {
        Run<Intersection, Learned> run = against(change);

        run.assertNothingLearned();
        assertThat(run.learner().failure())
                .get()
                .isInstanceOf(Misbehaviour.class)
                .extracting(Throwable::getMessage)
                .isEqualTo(message);
    }

    /** The responder's first masked frame leaves it changed. */
    private Run<Intersection, Learned> against(UnaryOperator<byte[]> change) {
        Terms terms = Samples.terms(curve25519.method(), Output.ONE_LEARNS);
        return Run.of(
                curve25519.learner(ItemSet.of(Samples.numbered(0, 3), terms)),
                changed(curve25519.responder(ItemSet.of(Samples.numbered(1, 5), terms)), MASKED, change));
    }

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
}
