package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Overlap;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** The party that gets to know how many items are common. */
final class CardinalityLearner {

    private final DiffieHellmanGroup group;
    private final ItemSet items;
    private final Terms terms;
    private final SecureRandom random;

    CardinalityLearner(DiffieHellmanGroup group, ItemSet items, SecureRandom random) {
        this.group = group;
        this.items = items;
        this.terms = items.terms();
        this.random = random;
    }

    Turn<Overlap> start() {
        Masks masks = new Masks(group, terms, random);
        return new Opening(terms, Opening.Side.LEARNER)
                .exchange(items.count(), random, peers -> sendMasked(masks, peers));
    }

    private Turn<Overlap> sendMasked(Masks masks, int peers) {
        return rows(Frames.MASKED).send(masks.first(items).sorted(), () -> receiveMasked(masks, peers));
    }

    private Turn<Overlap> receiveMasked(Masks masks, int peers) {
        int width = group.elementLength();
        return rows(Frames.MASKED).receiveAscending(peers, width, masked -> receiveTags(masks, masked));
    }

    private Turn<Overlap> receiveTags(Masks masks, Column peersMasked) {
        int tagLength = Terms.tagLength(items.count(), peersMasked.count());
        return rows(Frames.TAGS).receiveAscending(items.count(), tagLength, ownTags -> {
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
