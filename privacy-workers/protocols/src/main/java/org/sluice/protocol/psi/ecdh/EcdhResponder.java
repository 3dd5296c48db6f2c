package org.sluice.protocol.psi.ecdh;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.psi.Answered;
import org.sluice.protocol.psi.Frame;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Learned;
import org.sluice.protocol.psi.Opening;
import org.sluice.protocol.psi.Output;
import org.sluice.protocol.psi.Rows;
import org.sluice.protocol.psi.Terms;
import org.sluice.protocol.session.Turn;

/** The party that answers, and gets to know which of its items are common only where both agreed so. */
final class EcdhResponder {

    private final ItemSet items;
    private final Terms terms;
    private final Masks masks;
    private final int width;

    EcdhResponder(ItemSet items, Masks masks, int width) {
        this.items = items;
        this.terms = items.terms();
        this.masks = masks;
        this.width = width;
    }

    Turn<Learned> start(SecureRandom random) {
        return new Opening(terms, Opening.Side.RESPONDER).exchange(items.count(), random, peers -> rows(Frames.MASKED)
                .receiveAscending(peers, width, this::sendMasked));
    }

    private Turn<Learned> sendMasked(Column peersMasked) {
        int tagLength = Terms.tagLength(peersMasked.count(), items.count());
        Column peersTags = masks.tagsOf(peersMasked, tagLength);
        Column masked = masks.first(items);
        masks.destroy();
        int[] order = masked.ascendingOrder();
        return rows(Frames.MASKED)
                .send(masked.rowsAt(order), () -> rows(Frames.TAGS).send(peersTags, () -> end(order, peersTags)));
    }

    private Turn<Learned> end(int[] order, Column peersTags) {
        if (terms.output() == Output.ONE_LEARNS) {
            return new Turn.Finished<>(new Answered(items.count(), peersTags.count()));
        }
        return rows(Frames.TAGS).receive(items.count(), peersTags.width(), ownTags -> {
            int[] common = ownTags.indexesFoundIn(peersTags);
            for (int i = 0; i < common.length; i++) {
                common[i] = order[common[i]];
            }
            return new Turn.Finished<>(items.intersection(common, peersTags.count()));
        });
    }

    private Rows rows(Frame kind) {
        return new Rows(kind, terms.rowsPerFrame());
    }
}
