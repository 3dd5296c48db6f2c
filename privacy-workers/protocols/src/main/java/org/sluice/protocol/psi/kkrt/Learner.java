package org.sluice.protocol.psi.kkrt;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** One run of the party that learns, from the opening on. */
record Learner(ItemSet items, int peers, SecureRandom random, Cores cores) {

    Turn<Intersection> start() {
        Transfers.Learner transfers = new Transfers(items.terms(), random, cores).learner();
        return new Turn.Send<>(Kkrt.POINTS.of(transfers.points()), () -> {
            // Meanwhile the responder computes with the points.
            CuckooTable table = CuckooTable.of(items.hashes(), random, cores);
            return new Turn.Send<>(
                    Kkrt.SALT.of(table.salt()),
                    () -> new Turn.Receive<>(frame -> {
                        ByteBuffer answer = Kkrt.TRANSFERS.open(frame, Transfers.ANSWER);
                        Transfers.Seeds seeds = transfers.seeds(answer);
                        return new Turn.Holding<>(seeds::end, matrix(table, seeds));
                    }));
        });
    }

    private Turn<Intersection> matrix(CuckooTable table, Transfers.Seeds seeds) {
        int tagLength = Terms.tagLength(items.count(), peers);
        OwnTags own = new OwnTags(table, items.count(), tagLength);
        LearnerMatrix matrix = new LearnerMatrix(items.hashes(), table, seeds, own, items.terms(), tagLength, cores);
        return sendFrom(0, table.bins().chunks(), matrix, () -> receiveFrom(0, own, tagLength));
    }

    private static <R> Turn<R> sendFrom(int chunk, int chunks, LearnerMatrix matrix, Supplier<Turn<R>> then) {
        if (chunk == chunks) {
            return then.get();
        }
        return new Turn.Send<>(Kkrt.MATRIX.of(matrix.message(chunk)), () -> {
            matrix.tag(chunk);
            return sendFrom(chunk + 1, chunks, matrix, then);
        });
    }

    private Turn<Intersection> receiveFrom(int choice, OwnTags own, int tagLength) {
        if (choice == Bins.CHOICES) {
            return finish(own.common(), tagLength);
        }
        return Kkrt.tags(items.terms()).receive(peers, tagLength, tags -> {
            own.find(choice, tags, cores);
            return receiveFrom(choice + 1, own, tagLength);
        });
    }

    private Turn<Intersection> finish(int[] common, int tagLength) {
        Supplier<Turn<Intersection>> end = () -> new Turn.Finished<>(items.intersection(common, peers));
        if (items.terms().output() == Output.ONE_LEARNS) {
            return end.get();
        }
        Column told = Common.told(items, common, Common.count(items.count(), peers), tagLength, random);
        return Kkrt.common(items.terms()).send(told, end);
    }
}
