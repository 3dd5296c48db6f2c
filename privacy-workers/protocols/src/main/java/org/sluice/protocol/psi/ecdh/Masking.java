package org.sluice.protocol.psi.ecdh;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.BatchedGroup;
import org.sluice.protocol.group.BatchedGroup.Step;
import org.sluice.protocol.group.Pending;
import org.sluice.protocol.psi.Intersection;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Shuffle;
import org.sluice.protocol.psi.Terms;

/**
 * One party's mask for one run, and all work under it: its own items once, in a random order, and the peer's masked items
 * a second time. The work goes on in the threads of the group; what it is asked for, it waits for.
 */
public final class Masking {

    private final BatchedGroup group;
    private final ItemSet items;
    private final Terms terms;
    private final Checks checks;
    private final Secret scalar;
    private final int[] order;
    private final List<Pending> own = new ArrayList<>();
    private final List<Pending> peers = new ArrayList<>();
    private BatchedGroup.Stage peersStage;

    /** How closely the peer's elements are looked at. */
    public enum Checks {
        /** everything that can be wrong with an element */
        ALL,
        /** what guards this party's scalar */
        LOOSE
    }

    /** Begins with a fresh scalar, which {@link #end} wipes, and a fresh order. */
    public Masking(BatchedGroup group, ItemSet items, Checks checks, SecureRandom random) {
        this.group = group;
        this.items = items;
        this.terms = items.terms();
        this.checks = checks;
        this.scalar = group.sampleScalar(random);
        this.order = Shuffle.order(items.count(), random);
        this.peersStage = group.stage(Step.PEERS, 0);
    }

    /** Begins to mask the own items, a frame's rows at a time. */
    void begin(int peersCount) {
        byte[] tag = ("SLUICE-PSI1-" + group.suite()).getBytes(StandardCharsets.US_ASCII);
        BatchedGroup.Stage stage = group.stage(Step.OWN, order.length);
        int rows = terms.rowsPerFrame();
        for (int from = 0; from < order.length; from += rows) {
            int[] some = Arrays.copyOfRange(order, from, Math.min(from + rows, order.length));
            own.add(stage.hashAndMultiply(items.hashes().rowsAt(some), tag, scalar));
        }
        peersStage = group.stage(Step.PEERS, peersCount);
    }

    /** Indexes of the items' hashes in the order in which their masked elements go out; a copy. */
    public int[] order() {
        return order.clone();
    }

    /** Number of frames that the own masked items fill. */
    int frames() {
        return own.size();
    }

    /** The rows of one of these frames. */
    Column frame(int index) {
        return own.get(index).await();
    }

    /** Begins to mask a frame of the peer's masked items. */
    void add(Column part) {
        peers.add(
                checks == Checks.ALL
                        ? peersStage.decodeAndMultiply(part, scalar)
                        : peersStage.looselyDecodeAndMultiply(part, scalar));
    }

    /**
     * The tags of the peer's items under both masks, in the peer's order. Repeats are looked for in what they are computed
     * from, and not before: different encodings may lead to one product.
     */
    public Column peersTags(int tagLength) {
        Column twice = twice();
        if (twice.hasRepeats()) {
            throw new Misbehaviour("The peer's masked set holds an item twice");
        }
        return terms.hashing().ofRows("sluice/tag/v1", terms.fingerprint(), twice, tagLength);
    }

    private Column twice() {
        List<Column> parts = peers.stream().map(Pending::await).toList();
        int width = group.elementLength();
        int count = parts.stream().mapToInt(Column::count).sum();
        byte[] rows = new byte[Math.multiplyExact(count, width)];
        int filled = 0;
        for (Column part : parts) {
            part.copyRows(0, part.count(), rows, filled * width);
            filled += part.count();
        }
        return Column.owning(rows, width);
    }

    /** Which of the own items, whose tags came back in the order in which they went out, the peer holds too. */
    Intersection intersection(Column ownTags, Column peersTags) {
        int[] common = ownTags.indexesFoundIn(peersTags);
        for (int i = 0; i < common.length; i++) {
            common[i] = order[common[i]];
        }
        return items.intersection(common, peersTags.count());
    }

    /** Wipes the scalar; what no thread has begun is never computed. */
    void end() {
        own.forEach(Pending::cancel);
        peers.forEach(Pending::cancel);
        scalar.destroy();
    }
}
