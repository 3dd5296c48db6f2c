package org.sluice.protocol.psi;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.session.Turn;

/** The party that helps and learns only the learner's size. Must confirm second (see the session's order). */
public final class CardinalityResponder {

    private final ItemSet items;
    private final Terms terms;
    private final SecureRandom random;

    public CardinalityResponder(ItemSet items, SecureRandom random) {
        this.items = items;
        this.terms = items.terms();
        this.random = random;
    }

    /** The first turn of a new run, with a scalar of its own: a run that broke off starts here again. */
    public Turn<Answered> start() {
        Masks masks = new Masks(terms, random);
        return new Opening(terms, Opening.Side.RESPONDER)
                .exchange(items.count(), random, peers -> receiveMasked(masks, peers));
    }

    private Turn<Answered> receiveMasked(Masks masks, int peers) {
        int width = terms.group().elementLength();
        return rows(Frame.MASKED).receive(peers, width, masked -> sendMaskedAndTags(masks, masked));
    }

    private Turn<Answered> sendMaskedAndTags(Masks masks, Column peersMasked) {
        Column tags = masks.tagsOf(peersMasked, Terms.tagLength(peersMasked.count(), items.count()));
        Column masked = masks.first(items);
        masks.destroy();
        Turn<Answered> end = new Turn.Finished<>(new Answered(items.count(), peersMasked.count()));
        return rows(Frame.MASKED).send(masked, () -> rows(Frame.TAGS).send(tags, () -> end));
    }

    private Rows rows(Frame kind) {
        return new Rows(kind, terms.rowsPerFrame());
    }
}
