package org.sluice.protocol.psi.rr22;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Steps;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.okvs.Decoder;
import org.sluice.protocol.ot.BaseOtSender;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;
import org.sluice.protocol.vole.NoiseSide;

/** The learner's run, after the opening. Its set is encoded beside everything that leads to the mask. */
final class Learner {

    private static final int ROWS_PER_PART = 1 << 14;

    private final Plan plan;
    private final Terms terms;
    private final ItemSet items;
    private final Workshop workshop;
    private final SecureRandom random;
    private final NoiseSide noise;
    private final Background<Encoding> encoding;
    private final byte[] codePart;
    private final byte[] checkPart;
    private final byte[] maskPart = new byte[Plan.BLOCK];

    Learner(Plan plan, ItemSet items, Workshop workshop, SecureRandom random) {
        this.plan = plan;
        this.terms = plan.terms();
        this.items = items;
        this.workshop = workshop;
        this.random = random;
        this.encoding = workshop.beside(cores -> Encoding.of(items.hashes(), plan.shape(), random, cores));
        this.noise = new NoiseSide(plan.size(), random, workshop.all());
        this.codePart = Toss.part(random);
        this.checkPart = Toss.part(random);
        random.nextBytes(maskPart);
    }

    Turn<Intersection> start() {
        return new Turn.Holding<>(this::release, new Turn.Receive<>(this::points));
    }

    private void release() {
        encoding.cancel();
        noise.destroy();
    }

    private Turn<Intersection> points(byte[] frame) {
        ByteBuffer content = Plan.POINTS.open(frame, plan.pointsLength());
        byte[] points = next(content, Plan.POINTS_LENGTH);
        Commitments commitments = new Commitments(terms, next(content, content.remaining()));
        BaseOtSender sender = new BaseOtSender(commitments.session(), Plan.TRANSFERS, random, workshop.all());
        byte[] corrections = noise.corrections(sender.keys(points));
        return new Turn.Send<>(
                Plan.CORRECTIONS.of(sender.point(), codePart, corrections),
                () -> new Turn.Receive<>(answer -> puncturing(answer, commitments)));
    }

    private Turn<Intersection> puncturing(byte[] frame, Commitments commitments) {
        ByteBuffer content = Plan.PUNCTURING.open(frame, plan.puncturingLength());
        byte[] codeSeed = Toss.CODE.result(terms, commitments.opened(Toss.CODE, next(content, Plan.HASH)), codePart);
        byte[] puncturing = next(content, content.remaining());
        byte[] seed = encoding.await().seed();
        byte[] placement = plan.malicious() ? Plan.PLACEMENT.of(seed, checkPart, maskPart) : Plan.PLACEMENT.of(seed);
        return new Turn.Send<>(placement, () -> {
            noise.grow(puncturing);
            return plan.malicious()
                    ? new Turn.Receive<>(answer -> challenge(answer, commitments, codeSeed))
                    : encoded(commitments, codeSeed);
        });
    }

    private Turn<Intersection> challenge(byte[] frame, Commitments commitments, byte[] codeSeed) {
        byte[] part = next(Plan.CHALLENGE.open(frame, Plan.HASH), Plan.HASH);
        byte[] checkSeed = Toss.CHECK.result(terms, commitments.opened(Toss.CHECK, part), checkPart);
        Equality own = Equality.commit(terms, noise.combination(checkSeed), random);
        return new Turn.Send<>(
                Plan.COMBINATION.of(noise.combinedNoise(checkSeed), own.commitment()),
                () -> new Turn.Receive<>(answer -> {
                    byte[] expected = next(Plan.EXPECTED.open(answer, Plan.HASH), Plan.HASH);
                    if (!MessageDigest.isEqual(expected, own.hash())) {
                        throw new Misbehaviour("The peer's trees are not those of one Δ");
                    }
                    return new Turn.Send<>(Plan.OPENED.of(own.opening()), () -> encoded(commitments, codeSeed));
                }));
    }

    private Turn<Intersection> encoded(Commitments commitments, byte[] codeSeed) {
        long[] rows = noise.encode(codeSeed);
        Encoding encoded = encoding.await();
        int columns = plan.shape().columns();
        byte[] masked = new byte[columns * Plan.BLOCK];
        long[] shares = new long[2 * columns];
        workshop.all().run((columns + ROWS_PER_PART - 1) / ROWS_PER_PART, part -> {
            int from = part * ROWS_PER_PART;
            int to = Math.min(columns, from + ROWS_PER_PART);
            for (int i = from; i < to; i += Steps.FEW) {
                split(rows, encoded.vector(), i, Steps.end(i, to), masked, shares);
            }
        });
        Background<long[]> decoded = workshop.beside(cores -> new Decoder(cores).decode(encoded.placement(), shares));
        return new Turn.Holding<>(
                decoded::cancel,
                plan.vector().send(Column.owning(masked, Plan.BLOCK), () -> masked(commitments, encoded, decoded)));
    }

    /** A = P + A' in the order in which columns are read, and C by itself. */
    private static void split(long[] rows, long[] vector, int from, int to, byte[] masked, long[] shares) {
        for (int i = from; i < to; i++) {
            long first = vector[2 * i] ^ rows[NoiseSide.ROW * i];
            long second = vector[2 * i + 1] ^ rows[NoiseSide.ROW * i + 1];
            Blocks.set(masked, i * Plan.BLOCK, Long.reverseBytes(first));
            Blocks.set(masked, i * Plan.BLOCK + Long.BYTES, Long.reverseBytes(second));
            shares[2 * i] = rows[NoiseSide.ROW * i + 2];
            shares[2 * i + 1] = rows[NoiseSide.ROW * i + 3];
        }
    }

    private Turn<Intersection> masked(Commitments commitments, Encoding encoded, Background<long[]> decoded) {
        if (!plan.malicious()) {
            return tags(encoded, decoded, new byte[Plan.BLOCK]);
        }
        return new Turn.Receive<>(frame -> {
            byte[] part = next(Plan.MASK.open(frame, Plan.HASH), Plan.HASH);
            byte[] mask = Toss.mask(commitments.opened(Toss.MASK, part), maskPart);
            return tags(encoded, decoded, mask);
        });
    }

    private Turn<Intersection> tags(Encoding encoded, Background<long[]> decoded, byte[] mask) {
        Column unsorted = new Tags(plan, mask).of(items.hashes(), encoded.placement(), decoded.await(), workshop.all());
        Ascending own = Ascending.of(unsorted, workshop.all());
        return plan.tags().receive(plan.responders(), plan.tagLength(), peers -> {
            if (!peers.ascendsStrictly()) {
                throw new Misbehaviour("The rows of kind TAGS do not ascend");
            }
            int[] common = own.placesIn(peers);
            for (int i = 0; i < common.length; i++) {
                common[i] = encoded.placement().key(common[i]);
            }
            return new Turn.Finished<>(items.intersection(common, plan.responders()));
        });
    }

    private static byte[] next(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }
}
