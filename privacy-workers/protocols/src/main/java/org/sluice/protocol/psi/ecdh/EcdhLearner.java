package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** The party that gets to know which of its items are common. */
final class EcdhLearner {

    private final ItemSet items;
    private final Terms terms;
    private final Masks masks;
    private final int width;

    EcdhLearner(ItemSet items, Masks masks, int width) {
        this.items = items;
        this.terms = items.terms();
        this.masks = masks;
        this.width = width;
    }

    Turn<Intersection> start(SecureRandom random) {
        return new Opening(terms, Opening.Side.LEARNER).exchange(items.count(), random, this::sendMasked);
    }

    private Turn<Intersection> sendMasked(int peers) {
        Column masked = masks.first(items);
        int[] order = masked.ascendingOrder();
        return rows(Frames.MASKED).send(masked.rowsAt(order), () -> receiveMasked(order, peers));
    }

    private Turn<Intersection> receiveMasked(int[] order, int peers) {
        return rows(Frames.MASKED).receiveAscending(peers, width, masked -> receiveTags(order, masked));
    }

    private Turn<Intersection> receiveTags(int[] order, Column peersMasked) {
        int tagLength = Terms.tagLength(items.count(), peersMasked.count());
        return rows(Frames.TAGS).receive(items.count(), tagLength, ownTags -> {
            Column peersTags = masks.tagsOf(peersMasked, tagLength);
            masks.destroy();
            int[] common = ownTags.indexesFoundIn(peersTags);
            for (int i = 0; i < common.length; i++) {
                common[i] = order[common[i]];
            }
            Turn<Intersection> end = new Turn.Finished<>(items.intersection(common, peersMasked.count()));
            return terms.output() == Output.BOTH_LEARN ? rows(Frames.TAGS).send(peersTags, () -> end) : end;
        });
    }

    private Rows rows(Frame kind) {
        return new Rows(kind, terms.rowsPerFrame());
    }
}
