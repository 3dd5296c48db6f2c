package org.sluice.protocol.psi.rr22;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.sluice.protocol.Column;
import org.sluice.protocol.Steps;
import org.sluice.protocol.okvs.Decoder;
import org.sluice.protocol.okvs.Placement;
import org.sluice.protocol.ot.BaseOtReceiver;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;
import org.sluice.protocol.vole.DeltaSide;

/** The responder's run, after the opening. Trees grow beside the base transfers, its items are placed beside the code. */
final class Responder {

    /** Few, because what is called often is compiled early, and a long loop late. */
    private static final int ROWS_PER_PART = 1 << 8;

    private final Plan plan;
    private final Terms terms;
    private final ItemSet items;
    private final Workshop workshop;
    private final DeltaSide side;
    private final Background<Boolean> grown;
    private final byte[] codePart;
    private final byte[] checkPart;
    private final byte[] maskPart;
    private final byte[] commitments;
    private final BaseOtReceiver transfers;
    private Optional<Background<Placement>> placed = Optional.empty();

    Responder(Plan plan, ItemSet items, Workshop workshop, SecureRandom random) {
        this.plan = plan;
        this.terms = plan.terms();
        this.items = items;
        this.workshop = workshop;
        byte[] delta = new byte[Plan.BLOCK];
        random.nextBytes(delta);
        this.side = new DeltaSide(plan.size(), delta, workshop.all());
        this.grown = workshop.beside(cores -> {
            side.grow(random, cores);
            return true;
        });
        this.codePart = Toss.part(random);
        this.checkPart = Toss.part(random);
        this.maskPart = Toss.part(random);
        this.commitments = commitments();
        byte[] session = new Commitments(terms, commitments).session();
        this.transfers = new BaseOtReceiver(session, delta, Plan.TRANSFERS, random, workshop.all());
        Arrays.fill(delta, (byte) 0);
    }

    private byte[] commitments() {
        ByteBuffer all = ByteBuffer.allocate(plan.commitments() * Plan.HASH);
        all.put(Toss.CODE.commitment(terms, codePart));
        if (plan.malicious()) {
            all.put(Toss.CHECK.commitment(terms, checkPart)).put(Toss.MASK.commitment(terms, maskPart));
        }
        return all.array();
    }

    Turn<Learned> start() {
        return new Turn.Holding<>(
                this::release,
                new Turn.Send<>(
                        Plan.POINTS.of(transfers.points(), commitments), () -> new Turn.Receive<>(this::corrections)));
    }

    private void release() {
        grown.cancel();
        placed.ifPresent(Background::cancel);
        side.destroy();
    }

    private Turn<Learned> corrections(byte[] frame) {
        ByteBuffer content = Plan.CORRECTIONS.open(frame, plan.correctionsLength());
        byte[] keys = transfers.keys(next(content, Plan.POINT));
        byte[] codeSeed = Toss.CODE.result(terms, codePart, next(content, Plan.HASH));
        grown.await();
        byte[] puncturing = side.puncturing(keys, next(content, content.remaining()));
        Arrays.fill(keys, (byte) 0);
        return new Turn.Send<>(
                Plan.PUNCTURING.of(codePart, puncturing),
                () -> new Turn.Receive<>(answer -> placement(answer, codeSeed)));
    }

    private Turn<Learned> placement(byte[] frame, byte[] codeSeed) {
        ByteBuffer content = Plan.PLACEMENT.open(frame, plan.placementLength());
        byte[] seed = next(content, Placement.SEED);
        Background<Placement> placement =
                workshop.beside(cores -> Placement.of(items.hashes(), plan.shape(), seed, cores));
        placed = Optional.of(placement);
        if (!plan.malicious()) {
            return encoded(codeSeed, placement, new byte[Plan.BLOCK]);
        }
        byte[] checkSeed = Toss.CHECK.result(terms, checkPart, next(content, Plan.HASH));
        byte[] mask = Toss.mask(maskPart, next(content, Plan.BLOCK));
        return new Turn.Send<>(Plan.CHALLENGE.of(checkPart), () -> {
            byte[] combination = side.combination(checkSeed);
            return new Turn.Receive<>(
                    answer -> combination(answer, combination, () -> encoded(codeSeed, placement, mask)));
        });
    }

    private Turn<Learned> combination(byte[] frame, byte[] combination, Supplier<Turn<Learned>> then) {
        ByteBuffer content = Plan.COMBINATION.open(frame, Plan.BLOCK + Plan.HASH);
        byte[] expected = side.expected(combination, next(content, Plan.BLOCK));
        byte[] commitment = next(content, Plan.HASH);
        return new Turn.Send<>(
                Plan.EXPECTED.of(Equality.hash(terms, expected)),
                () -> new Turn.Receive<>(answer -> {
                    ByteBuffer opening = Plan.OPENED.open(answer, Equality.OPENING);
                    Equality.check(terms, commitment, opening, expected);
                    return then.get();
                }));
    }

    private Turn<Learned> encoded(byte[] codeSeed, Background<Placement> placement, byte[] mask) {
        long[] keys = side.encode(codeSeed);
        return plan.vector()
                .receiveEach(
                        plan.shape().columns(),
                        Plan.BLOCK,
                        (from, rows) -> addProducts(from, rows, keys),
                        () -> plan.malicious()
                                ? new Turn.Send<>(Plan.MASK.of(maskPart), () -> tags(keys, placement.await(), mask))
                                : tags(keys, placement.await(), mask));
    }

    private void addProducts(int start, Column rows, long[] keys) {
        inParts(rows.count(), (from, to) -> side.addProducts(numbers(rows, from, to), keys, start + from));
    }

    private static long[] numbers(Column rows, int from, int to) {
        long[] numbers = new long[2 * (to - from)];
        for (int i = from; i < to; i += Steps.FEW) {
            read(rows, i, Steps.end(i, to), numbers, i - from);
        }
        return numbers;
    }

    private static void read(Column rows, int from, int to, long[] numbers, int at) {
        for (int i = from; i < to; i++) {
            numbers[2 * (at + i - from)] = rows.longAt(i, 0);
            numbers[2 * (at + i - from) + 1] = rows.longAt(i, Long.BYTES);
        }
    }

    private Turn<Learned> tags(long[] keys, Placement placement, byte[] mask) {
        long[] values = new Decoder(workshop.all()).decode(placement, keys);
        inParts(placement.count(), (from, to) -> subtract(placement, from, to, values));
        Column unsorted = new Tags(plan, mask).of(items.hashes(), placement, values, workshop.all());
        Column tags = Ascending.of(unsorted, workshop.all()).tags();
        return plan.tags().send(tags, () -> new Turn.Finished<>(new Answered(items.count(), plan.learners())));
    }

    /** Takes Δ times the item from what each item decodes to. */
    private void subtract(Placement placement, int from, int to, long[] values) {
        long[] some = new long[2 * (to - from)];
        for (int i = from; i < to; i += Steps.FEW) {
            read(items.hashes(), placement, i, Steps.end(i, to), some, i - from);
        }
        side.addProducts(some, values, from);
    }

    private static void read(Column hashes, Placement placement, int from, int to, long[] numbers, int at) {
        for (int place = from; place < to; place++) {
            int key = placement.key(place);
            numbers[2 * (at + place - from)] = hashes.longAt(key, 0);
            numbers[2 * (at + place - from) + 1] = hashes.longAt(key, Long.BYTES);
        }
    }

    private interface Part {
        void run(int from, int to);
    }

    private void inParts(int rows, Part part) {
        workshop.all().run((rows + ROWS_PER_PART - 1) / ROWS_PER_PART, number -> {
            int from = number * ROWS_PER_PART;
            part.run(from, Math.min(rows, from + ROWS_PER_PART));
        });
    }

    private static byte[] next(ByteBuffer content, int length) {
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }
}
