package org.sluice.protocol.psi.rr22;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.okvs.Placement;
import org.sluice.protocol.okvs.Shape;
import org.sluice.protocol.ot.BaseOtSender;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;
import org.sluice.protocol.vole.LpnCode;
import org.sluice.protocol.vole.NoiseSide;

/** A malicious learner: says other corrections, or another combination of its noise, and goes on whatever it hears. */
final class StubbornLearner {

    private final SecureRandom random = new SecureRandom();
    private final Cores cores = new Cores(Parties.THREADS, 1);
    private final Terms terms = Parties.terms(Parties.technique(Rr22.Security.MALICIOUS, LpnCode.FAST));
    private final Plan plan =
            new Plan(true, LpnCode.FAST, Shape.forKeys(Parties.LEARNERS), Parties.LEARNERS, Parties.RESPONDERS, terms);
    private final NoiseSide noise = new NoiseSide(plan.size(), random, cores);
    private final byte[] checkPart = Toss.part(random);
    private final UnaryOperator<byte[]> corrections;
    private final UnaryOperator<byte[]> combination;
    private boolean believed;

    StubbornLearner(UnaryOperator<byte[]> corrections, UnaryOperator<byte[]> combination) {
        this.corrections = corrections;
        this.combination = combination;
    }

    /** Whether the responder took its opening for true. */
    boolean wasBelieved() {
        return believed;
    }

    Turn<Boolean> start() {
        return new Opening(terms, Opening.Side.LEARNER)
                .exchange(Parties.LEARNERS, random, peers -> new Turn.Receive<>(this::points));
    }

    private Turn<Boolean> points(byte[] frame) {
        ByteBuffer content = Plan.POINTS.open(frame, plan.pointsLength());
        byte[] points = next(content, Plan.POINTS_LENGTH);
        Commitments commitments = new Commitments(terms, next(content, content.remaining()));
        BaseOtSender sender = new BaseOtSender(commitments.session(), Plan.TRANSFERS, random, cores);
        byte[] message = corrections.apply(noise.corrections(sender.keys(points)));
        return new Turn.Send<>(
                Plan.CORRECTIONS.of(sender.point(), Toss.part(random), message),
                () -> new Turn.Receive<>(answer -> puncturing(answer, commitments)));
    }

    private Turn<Boolean> puncturing(byte[] frame, Commitments commitments) {
        ByteBuffer content = Plan.PUNCTURING.open(frame, plan.puncturingLength());
        next(content, Plan.HASH);
        noise.grow(next(content, content.remaining()));
        return new Turn.Send<>(
                Plan.PLACEMENT.of(new byte[Placement.SEED], checkPart, new byte[Plan.BLOCK]),
                () -> new Turn.Receive<>(answer -> challenge(answer, commitments)));
    }

    private Turn<Boolean> challenge(byte[] frame, Commitments commitments) {
        byte[] part = next(Plan.CHALLENGE.open(frame, Plan.HASH), Plan.HASH);
        byte[] checkSeed = Toss.CHECK.result(terms, commitments.opened(Toss.CHECK, part), checkPart);
        Equality own = Equality.commit(terms, noise.combination(checkSeed), random);
        byte[] said = combination.apply(noise.combinedNoise(checkSeed));
        return new Turn.Send<>(
                Plan.COMBINATION.of(said, own.commitment()),
                () -> new Turn.Receive<>(ignored -> new Turn.Send<>(Plan.OPENED.of(own.opening()), this::vector)));
    }

    private Turn<Boolean> vector() {
        int columns = plan.shape().columns();
        return plan.vector()
                .send(
                        Column.owning(new byte[columns * Plan.BLOCK], Plan.BLOCK),
                        () -> new Turn.Receive<>(mask -> {
                            believed = mask[0] == Plan.MASK.code();
                            return new Turn.Finished<>(believed);
                        }));
    }

    private static byte[] next(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }
}
