package org.sluice.protocol.psi.ecdh;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.sluice.protocol.Column;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.Secret;
import org.sluice.protocol.group.DiffieHellmanGroup;
import org.sluice.protocol.psi.ItemSet;
import org.sluice.protocol.psi.Terms;

/** One party's mask for one run. */
final class Masks {

    private final DiffieHellmanGroup group;
    private final Terms terms;
    private final Secret scalar;

    Masks(DiffieHellmanGroup group, Terms terms, SecureRandom random) {
        this.group = group;
        this.terms = terms;
        this.scalar = group.sampleScalar(random);
    }

    /** The own items, masked once, in the order of their hashes. */
    Column first(ItemSet items) {
        byte[] tag = ("SLUICE-PSI-V1-with-" + group.suite()).getBytes(StandardCharsets.US_ASCII);
        return group.hashAndMultiply(items.hashes(), tag, scalar);
    }

    /**
     * The tags of the peer's masked items after the second mask, in the peer's order. Repeats are looked for here and not
     * before: different encodings may lead to one product.
     */
    Column tagsOf(Column peersMasked, int tagLength) {
        Column twice = group.decodeAndMultiply(peersMasked, scalar);
        if (twice.hasRepeats()) {
            throw new Misbehaviour("The peer's masked set holds an item twice");
        }
        return terms.hashing().ofRows("sluice/tag/v1", terms.fingerprint(), twice, tagLength);
    }

    void destroy() {
        scalar.destroy();
    }
}
