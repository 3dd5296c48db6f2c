package org.sluice.protocol.psi;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.session.Turn;

/** The party that gets to know how many items are common. Must confirm first (see the session's order). */
public final class CardinalityLearner {

    private final ItemSet items;
    private final Terms terms;
    private final SecureRandom random;

    public CardinalityLearner(ItemSet items, SecureRandom random) {
        this.items = items;
        this.terms = items.terms();
        this.random = random;
    }

    /** The first turn of a new run, with a scalar of its own: a run that broke off starts here again. */
    public Turn<Overlap> start() {
        Masks masks = new Masks(terms, random);
        return new Opening(terms, Opening.Side.LEARNER)
                .exchange(items.count(), random, peers -> sendMasked(masks, peers));
    }

    private Turn<Overlap> sendMasked(Masks masks, int peers) {
        return rows(Frame.MASKED).send(masks.first(items), () -> receiveMasked(masks, peers));
    }

    private Turn<Overlap> receiveMasked(Masks masks, int peers) {
        int width = terms.group().elementLength();
        return rows(Frame.MASKED).receive(peers, width, masked -> receiveTags(masks, masked));
    }

    private Turn<Overlap> receiveTags(Masks masks, Column peersMasked) {
        int tagLength = Terms.tagLength(items.count(), peersMasked.count());
        return rows(Frame.TAGS).receive(items.count(), tagLength, ownTags -> {
            Column peersTags = masks.tagsOf(peersMasked, tagLength);
            masks.destroy();
            int common = ownTags.distinct().countInCommon(peersTags.distinct());
            return new Turn.Finished<>(new Overlap(common, items.count(), peersMasked.count()));
        });
    }

    private Rows rows(Frame kind) {
        return new Rows(kind, terms.rowsPerFrame());
    }
}
