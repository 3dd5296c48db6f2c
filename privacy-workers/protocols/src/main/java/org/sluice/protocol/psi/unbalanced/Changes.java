package org.sluice.protocol.psi.unbalanced;

/** What becomes of masks from one version to a later one. */
record Changes(TagSet removed, TagSet added) {

    static Changes none(int width) {
        return new Changes(TagSet.empty(width), TagSet.empty(width));
    }

    /** Both, one after the other: what came and left again, or left and came back, does not show. */
    Changes then(Changes later) {
        TagSet everRemoved = removed.plus(later.removed);
        TagSet everAdded = added.plus(later.added);
        return new Changes(everRemoved.minus(everAdded), everAdded.minus(everRemoved));
    }

    TagSet appliedTo(TagSet tags) {
        return tags.minus(removed).plus(added);
    }
}
