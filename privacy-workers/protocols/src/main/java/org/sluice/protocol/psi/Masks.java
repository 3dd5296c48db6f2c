package org.sluice.protocol.psi;

import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;

/** One party's mask for one run. */
final class Masks {

    private final Terms terms;
    private final Secret scalar;

    Masks(Terms terms, SecureRandom random) {
        this.terms = terms;
        this.scalar = terms.group().sampleScalar(random);
    }

    /** The own items, masked once, ascending. */
    Column first(ItemSet items) {
        return terms.group()
                .hashAndMultiply(items.hashes(), terms.hashingTag(), scalar)
                .sorted();
    }

    /**
     * The tags, ascending, of the peer's masked items after the second mask. Repeats are looked for here and not before:
     * different encodings may lead to one product.
     */
    Column tagsOf(Column peersMasked, int tagLength) {
        Column twice = terms.group().decodeAndMultiply(peersMasked, scalar);
        if (twice.hasRepeats()) {
            throw new Misbehaviour("The peer's masked set holds an item twice");
        }
        byte[] fingerprint = terms.fingerprint();
        byte[] tags = new byte[Math.multiplyExact(twice.count(), tagLength)];
        for (int i = 0; i < twice.count(); i++) {
            byte[] tag = Digests.of("sluice/tag/v1", fingerprint, twice.row(i));
            System.arraycopy(tag, 0, tags, i * tagLength, tagLength);
        }
        return Column.of(tags, tagLength).sorted();
    }

    void destroy() {
        scalar.destroy();
    }
}
