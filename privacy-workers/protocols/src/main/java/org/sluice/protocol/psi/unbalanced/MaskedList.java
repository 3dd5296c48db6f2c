package org.sluice.protocol.psi.unbalanced;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.sluice.protocol.Column;
import org.sluice.protocol.Cores;
import org.sluice.protocol.psi.ItemSet;

/**
 * A server's list with its key: masks made beforehand, and what changed from version to version. Immutable, and may be
 * shared by threads; a changed list is another one.
 */
public final class MaskedList {

    /** Changes that are kept, for clients that come back after some time; who stayed away for longer gets the whole. */
    static final int STEPS = 64;

    private static final int AT_ONCE = 1 << 14;

    private final ListKey key;
    private final Masks masks;
    private final List<Step> steps;

    private MaskedList(ListKey key, Masks masks, List<Step> steps) {
        this.key = key;
        this.masks = masks;
        this.steps = steps;
    }

    private record Step(Masks.Stamp before, Changes changes) {}

    /**
     * Masks a list, which takes its time: one evaluation an item.
     *
     * @param items hashed under a salt that stays the list's own
     * @param key of this function
     * @param width bytes of a mask, see {@link Masks#width}
     * @param version above all that clients hold under this key
     * @throws IllegalArgumentException if masks of this width are too short for the list, or the version is negative
     */
    public static MaskedList of(
            ItemSet items, ListFunction function, ListKey key, int width, long version, Cores cores) {
        return of(items, function, key, width, version, cores, masked -> {});
    }

    /**
     * The same, heard.
     *
     * @param progress hears after each part how many items are masked in all
     */
    public static MaskedList of(
            ItemSet items,
            ListFunction function,
            ListKey key,
            int width,
            long version,
            Cores cores,
            IntConsumer progress) {
        if (width < Masks.width(items.count()) || !Masks.isWidth(width)) {
            throw new IllegalArgumentException(
                    "Masks of " + width + " bytes do not do for a list of " + items.count() + " items");
        }
        if (version < 0) {
            throw new IllegalArgumentException("A version is 0 or more, not " + version);
        }
        byte[] salt = items.terms().jobSalt();
        TagSet tags = masked(items, key, width, cores, progress);
        return new MaskedList(key, new Masks(function.suite(), key.publicKey(), salt, version, tags), List.of());
    }

    /**
     * A list whose masks were kept; what changed before is forgotten.
     *
     * @throws IllegalArgumentException if the masks were made under another key or function
     */
    public static MaskedList of(Masks masks, ListFunction function, ListKey key) {
        if (!masks.function().equals(function.suite()) || !Arrays.equals(masks.publicKey(), key.publicKey())) {
            throw new IllegalArgumentException("The masks were made under another key");
        }
        return new MaskedList(key, masks, List.of());
    }

    /**
     * The next version.
     *
     * @param added hashed under the list's salt, none of them on the list
     * @param removed likewise, all of them on the list
     * @throws IllegalArgumentException if the items are hashed under another salt, an added one is on the list already, a
     *     removed one is not, or masks of this width are too short for so many
     */
    public MaskedList changed(ItemSet added, ItemSet removed, Cores cores) {
        return changed(added, removed, cores, masked -> {});
    }

    /**
     * The same, heard.
     *
     * @param progress hears after each part how many items, removed and added, are masked in all
     */
    public MaskedList changed(ItemSet added, ItemSet removed, Cores cores, IntConsumer progress) {
        TagSet gone = checked(removed, cores, progress);
        Changes changes = new Changes(gone, checked(added, cores, done -> progress.accept(removed.count() + done)));
        TagSet without = masks.tags().minus(changes.removed());
        if (without.count() != masks.count() - removed.count()) {
            throw new IllegalArgumentException("An item to be removed is not on the list");
        }
        TagSet next = without.plus(changes.added());
        if (next.count() != without.count() + added.count()
                || changes.added().minus(changes.removed()).count() != added.count()) {
            throw new IllegalArgumentException("An item to be added is on the list already");
        }
        if (masks.width() < Masks.width(next.count())) {
            throw new IllegalArgumentException("The masks are too short for a list of " + next.count() + " items");
        }
        List<Step> kept = new ArrayList<>(steps);
        kept.add(new Step(masks.stamp(), changes));
        return new MaskedList(
                key,
                masks.next(Math.addExact(masks.version(), 1), next),
                List.copyOf(kept.subList(Math.max(0, kept.size() - STEPS), kept.size())));
    }

    private TagSet checked(ItemSet items, Cores cores, IntConsumer progress) {
        if (!Arrays.equals(items.terms().jobSalt(), masks.salt())) {
            throw new IllegalArgumentException("The items are hashed under another salt than the list's");
        }
        return masked(items, key, masks.width(), cores, progress);
    }

    private static TagSet masked(ItemSet items, ListKey key, int width, Cores cores, IntConsumer progress) {
        byte[] tags = new byte[Math.multiplyExact(items.count(), width)];
        for (int from = 0; from < items.count(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, items.count());
            cut(key.evaluator().outputs(rows(items.hashes().slice(from, to)), cores), width, tags, from);
            progress.accept(to);
        }
        TagSet set = TagSet.of(Column.owning(tags, width));
        if (set.count() != items.count()) {
            throw new ArithmeticException("Two items have one mask, which one list in 2^40 has; draw another key");
        }
        return set;
    }

    /** The beginnings of the function's outputs, put where the tags of these rows stand. */
    static void cut(Column outputs, int width, byte[] tags, int from) {
        for (int i = 0; i < outputs.count(); i++) {
            System.arraycopy(outputs.row(i), 0, tags, (from + i) * width, width);
        }
    }

    static List<byte[]> rows(Column column) {
        return new AbstractList<>() {
            @Override
            public byte[] get(int index) {
                return column.row(index);
            }

            @Override
            public int size() {
                return column.count();
            }
        };
    }

    /** What clients keep. */
    public Masks masks() {
        return masks;
    }

    public int count() {
        return masks.count();
    }

    ListKey key() {
        return key;
    }

    /** What a client that holds this version lacks, if the list remembers it. */
    Optional<Changes> since(Masks.Stamp held) {
        if (held.equals(masks.stamp())) {
            return Optional.of(Changes.none(masks.width()));
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).before().equals(held)) {
                return steps.subList(i, steps.size()).stream()
                        .map(Step::changes)
                        .reduce(Changes::then);
            }
        }
        return Optional.empty();
    }
}
