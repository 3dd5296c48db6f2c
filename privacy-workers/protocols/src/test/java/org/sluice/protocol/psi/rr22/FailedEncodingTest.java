package org.sluice.protocol.psi.rr22;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluice.protocol.Cores;
import org.sluice.protocol.okvs.Encoder;
import org.sluice.protocol.okvs.Placement;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Run;
import org.sluice.protocol.psi.Samples;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;
import org.sluice.protocol.vole.LpnCode;

/**
 * A set that cannot be encoded under a seed. By rights that happens once in 2^40 runs; here both parties agree on a store
 * of two bins so narrow that one of them runs over under many seeds.
 */
class FailedEncodingTest {

    private static final Shape NARROW = new Shape(2, 11, 60, 44);

    private final SecureRandom random = new SecureRandom();
    private final Cores cores = new Cores(Parties.THREADS, 1);
    private final Terms terms = Parties.terms(Parties.technique(Rr22.Security.SEMI_HONEST, LpnCode.FAST));
    private final ItemSet learners = ItemSet.of(Samples.numbered(0, Parties.LEARNERS), terms);
    private final ItemSet responders = ItemSet.of(Samples.numbered(10, 10 + Parties.RESPONDERS), terms);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void isTriedAgainUnderAFreshSeed(int failures) {
        byte[] good = seed(true);
        List<byte[]> seeds = new ArrayList<>(failing(failures));
        seeds.add(good);
        PlantedRandom planted = new PlantedRandom(seeds);
        List<byte[]> said = new ArrayList<>();

        Run<Intersection, Learned> run = Run.of(
                Altered.frames(learner(planted), Plan.PLACEMENT, frame -> {
                    said.add(Arrays.copyOfRange(frame, Frame.HEADER, frame.length));
                    return frame;
                }),
                responder());

        assertThat(planted.left()).isZero();
        assertThat(said).singleElement().isEqualTo(good);
        assertThat(run.learner().result().orElseThrow().positions())
                .containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
        assertThat(run.responder().result()).contains(new Answered(Parties.RESPONDERS, Parties.LEARNERS));
    }

    /** The run fails at this party, and no seed has left it. */
    @Test
    void endsTheRunAfterThree() {
        List<Integer> lengths = new ArrayList<>();
        PlantedRandom planted = new PlantedRandom(failing(3));

        assertThatThrownBy(() -> Run.of(Altered.noting(learner(planted), lengths), responder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The set cannot be encoded under any of 3 seeds");
        assertThat(planted.left()).isZero();
        assertThat(lengths).containsExactly(Frame.HEADER + plan().correctionsLength());
    }

    private Plan plan() {
        return new Plan(false, LpnCode.FAST, NARROW, Parties.LEARNERS, Parties.RESPONDERS, terms);
    }

    private Turn<Intersection> learner(SecureRandom itsRandom) {
        return new Learner(plan(), learners, new Workshop(Parties.THREADS, 2), itsRandom).start();
    }

    private Turn<Learned> responder() {
        return new Responder(plan(), responders, new Workshop(Parties.THREADS, 2), random).start();
    }

    private List<byte[]> failing(int count) {
        return Stream.generate(() -> seed(false)).limit(count).toList();
    }

    private byte[] seed(boolean good) {
        byte[] seed = new byte[Placement.SEED];
        do {
            random.nextBytes(seed);
        } while (encodes(seed) != good);
        return seed;
    }

    private boolean encodes(byte[] seed) {
        Placement placement = Placement.of(learners.hashes(), NARROW, seed, cores);
        return new Encoder(cores, random).encode(placement, learners.hashes()).isPresent();
    }
}
