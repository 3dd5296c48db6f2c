package org.sluice.protocol.psi.unbalanced;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.psi.Terms;

/** A client on its way from the masks that it holds, if any, to those that the server announces. */
final class Following {

    private final @Nullable Masks held;
    private final Announcement announced;
    private final Masks empty;

    Following(ListFunction function, Terms terms, @Nullable Masks held, Announcement announced) {
        this.held = held;
        this.announced = announced;
        this.empty = new Masks(
                function.suite(),
                announced.publicKey(),
                terms.jobSalt(),
                announced.stamp().version(),
                TagSet.empty(announced.width()));
    }

    /** Refuses an announcement that cannot be true, before anything that it announces is received. */
    void check(int own, int peers) {
        if (held != null) {
            checkAgainst(held);
        }
        if (!announced.whole() && held == null) {
            throw new Misbehaviour("The peer announces changes to masks that this party does not hold");
        }
        long count = (long) base().count() - announced.removed() + announced.added();
        if (announced.removed() > base().count() || count != peers) {
            throw new Misbehaviour("The announced masks are not as many as the peer's items");
        }
        if (announced.width() < width(own, peers)) {
            throw new Misbehaviour("Masks of " + announced.width() + " bytes are too short for sets of " + own + " and "
                    + peers + " items");
        }
    }

    /** What bounds the chance of a wrong result, and of two of the list's masks that agree, by 2^-40 each. */
    static int width(int own, int peers) {
        return Math.max(Terms.tagLength(own, peers), Masks.width(peers));
    }

    private void checkAgainst(Masks cached) {
        if (!Arrays.equals(cached.publicKey(), announced.publicKey())) {
            throw new Misbehaviour("The list's key is another one than that of the masks at hand");
        }
        if (announced.stamp().version() < cached.version()) {
            throw new Misbehaviour("The peer announces an older version than that of the masks at hand");
        }
        boolean same = announced.stamp().version() == cached.version();
        if (same && !announced.stamp().equals(cached.stamp())) {
            throw new Misbehaviour("The peer announces another list of the same version");
        }
        if (!announced.whole() && announced.width() != cached.width()) {
            throw new Misbehaviour("The peer announces changes to masks of another width");
        }
    }

    private Masks base() {
        return announced.whole() || held == null ? empty : held;
    }

    /** The masks at the end; whatever leads to others than those announced is misbehaviour. */
    Masks masks(Column removed, Column added) {
        Changes changes = new Changes(ascending(removed), ascending(added));
        Masks reached = changes.equals(Changes.none(announced.width()))
                        && base().version() == announced.stamp().version()
                ? base()
                : base().next(announced.stamp().version(), changes.appliedTo(base().tags()));
        if (!reached.stamp().equals(announced.stamp())) {
            throw new Misbehaviour("The masks received are not those that the peer announced");
        }
        return reached;
    }

    private static TagSet ascending(Column rows) {
        try {
            return TagSet.ascending(rows);
        } catch (IllegalArgumentException unordered) {
            throw new Misbehaviour("Masks received do not ascend, or one stands twice");
        }
    }
}
