package org.sluice.protocol.psi.kkrt;

import java.security.SecureRandom;
import org.sluice.protocol.Cores;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** One run of the party that answers, from the opening on. */
record Responder(ItemSet items, int peers, SecureRandom random, Cores cores) {

    Turn<Learned> start() {
        return new Turn.Receive<>(frame -> {
            byte[] points = new byte[Transfers.POINTS];
            Kkrt.POINTS.open(frame, points.length).get(points);
            Transfers.Responder transfers = new Transfers(items.terms(), random, cores).responder(points);
            Turn<Learned> next = new Turn.Send<>(
                    Kkrt.TRANSFERS.of(transfers.answer()),
                    () -> new Turn.Receive<>(salt -> matrix(salt, transfers.seeds())));
            return new Turn.Holding<>(transfers.seeds()::end, next);
        });
    }

    private Turn<Learned> matrix(byte[] frame, Transfers.Seeds seeds) {
        byte[] salt = new byte[Kkrt.SALT_LENGTH];
        Kkrt.SALT.open(frame, salt.length).get(salt);
        int tagLength = Terms.tagLength(peers, items.count());
        Bins bins = Bins.of(peers);
        BinOrder order = new BinOrder(bins.positions(items.hashes(), salt, cores), bins);
        ResponderTags tags = new ResponderTags(items, order, seeds, tagLength, random, cores);
        ResponderMatrix matrix = new ResponderMatrix(bins, seeds, order, tags, cores);
        return new Turn.Holding<>(tags::end, receiveFrom(0, bins, matrix, tags));
    }

    private Turn<Learned> receiveFrom(int chunk, Bins bins, ResponderMatrix matrix, ResponderTags tags) {
        if (chunk == bins.chunks()) {
            return sendFrom(0, tags);
        }
        return new Turn.Receive<>(frame -> {
            byte[] content = new byte[bins.size(chunk) * Code.LENGTH];
            Kkrt.MATRIX.open(frame, content.length).get(content);
            matrix.take(chunk, content);
            return receiveFrom(chunk + 1, bins, matrix, tags);
        });
    }

    private Turn<Learned> sendFrom(int choice, ResponderTags tags) {
        if (choice == Bins.CHOICES) {
            return finish(tags);
        }
        return Kkrt.tags(items.terms()).send(tags.tags(choice), () -> sendFrom(choice + 1, tags));
    }

    private Turn<Learned> finish(ResponderTags tags) {
        if (items.terms().output() == Output.ONE_LEARNS) {
            return new Turn.Finished<>(new Answered(items.count(), peers));
        }
        return Kkrt.common(items.terms())
                .receiveAscending(
                        Common.count(peers, items.count()),
                        tags.length(),
                        told -> new Turn.Finished<>(items.intersection(Common.heard(items, told), peers)));
    }
}
