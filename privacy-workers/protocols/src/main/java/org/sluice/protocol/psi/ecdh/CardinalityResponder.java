package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** The party that helps to count and learns only the learner's size. */
final class CardinalityResponder {

    private final DiffieHellmanGroup group;
    private final ItemSet items;
    private final Terms terms;
    private final SecureRandom random;

    CardinalityResponder(DiffieHellmanGroup group, ItemSet items, SecureRandom random) {
        this.group = group;
        this.items = items;
        this.terms = items.terms();
        this.random = random;
    }

    Turn<Answered> start() {
        Masks masks = new Masks(group, terms, random);
        return new Opening(terms, Opening.Side.RESPONDER)
                .exchange(items.count(), random, peers -> receiveMasked(masks, peers));
    }

    private Turn<Answered> receiveMasked(Masks masks, int peers) {
        int width = group.elementLength();
        return rows(Frames.MASKED).receiveAscending(peers, width, masked -> sendMaskedAndTags(masks, masked));
    }

    private Turn<Answered> sendMaskedAndTags(Masks masks, Column peersMasked) {
        int tagLength = Terms.tagLength(peersMasked.count(), items.count());
        Column tags = masks.tagsOf(peersMasked, tagLength).sorted();
        Column masked = masks.first(items).sorted();
        masks.destroy();
        Turn<Answered> end = new Turn.Finished<>(new Answered(items.count(), peersMasked.count()));
        return rows(Frames.MASKED).send(masked, () -> rows(Frames.TAGS).send(tags, () -> end));
    }

    private Rows rows(Frame kind) {
        return new Rows(kind, terms.rowsPerFrame());
    }
}
