package org.sluice.protocol.psi.rr22;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Misbehaviour;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.psi.Terms;

/**
 * Randomness that neither party chooses: the responder commits to its part, the learner sends its own, the responder opens.
 * Parts have 32 random bytes, so that a hash hides one.
 */
enum Toss {
    CODE(0, "the code's seed"),
    CHECK(1, "the check's seed"),
    MASK(2, "the mask");

    private final int place;
    private final String what;

    Toss(int place, String what) {
        this.place = place;
        this.what = what;
    }

    /** Where its commitment stands among those of the responder. */
    int place() {
        return place;
    }

    static byte[] part(SecureRandom random) {
        byte[] part = new byte[Plan.HASH];
        random.nextBytes(part);
        return part;
    }

    byte[] commitment(Terms terms, byte[] part) {
        return terms.hashing().of(label("commit"), ascii(name()), part);
    }

    /** The part, if it is the one that was committed to. */
    byte[] opened(Terms terms, byte[] commitment, byte[] part) {
        if (!MessageDigest.isEqual(commitment, commitment(terms, part))) {
            throw new Misbehaviour("The peer opens another part of " + what + " than it committed to");
        }
        return part;
    }

    /** 16 bytes from both parts. */
    byte[] result(Terms terms, byte[] responders, byte[] learners) {
        return Arrays.copyOf(terms.hashing().of(label("toss"), ascii(name()), responders, learners), Plan.BLOCK);
    }

    /** The mask as the paper has it: the sum of both parts, of which the responder's is the beginning of what it opened. */
    static byte[] mask(byte[] responders, byte[] learners) {
        byte[] mask = Arrays.copyOf(responders, Plan.BLOCK);
        Blocks.xor(learners, 0, mask, 0, Plan.BLOCK);
        return mask;
    }

    private static String label(String step) {
        return "sluice/rr22/" + step + "/v1";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
