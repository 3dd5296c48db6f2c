package org.sluice.protocol.psi.kkrt;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sluice.protocol.Cores;
import org.sluice.protocol.block.Blocks;
import org.sluice.protocol.ot.BaseOtReceiver;
import org.sluice.protocol.ot.BaseOtSender;
import org.sluice.protocol.ot.Extension;
import org.sluice.protocol.ot.Extension.Security;
import org.sluice.protocol.ot.ExtensionReceiver;
import org.sluice.protocol.ot.ExtensionSender;
import org.sluice.protocol.psi.Hashing;
import org.sluice.protocol.psi.Terms;

/**
 * The 448 oblivious transfers of seeds, one for each column of the matrix, made out of 128: the learner gets both seeds,
 * the responder the one that it chose at random. The keys of the code come out of what both sent for it.
 */
record Transfers(Terms terms, SecureRandom random, Cores cores) {

    /** What the learner sends: the points of 128 base transfers. */
    static final int POINTS = 66 * Extension.COLUMNS;

    private static final int POINT = 33;
    private static final int CORRECTION = Extension.correctionLength(Security.SEMI_HONEST, Code.WIDTH);

    /** What the responder sends: its point, and the correction of the extension. */
    static final int ANSWER = POINT + CORRECTION;

    /** What a party has at the end. */
    static final class Seeds {

        private final byte[] seeds;
        private final byte[] choices;
        private final byte[] codeKeys;

        private Seeds(byte[] seeds, byte[] choices, byte[] codeKeys) {
            this.seeds = seeds;
            this.choices = choices;
            this.codeKeys = codeKeys;
        }

        /** 16 bytes each: of the learner both of each column, of the responder the chosen one. */
        byte[] bytes() {
            return seeds;
        }

        /** The responder's choices, a bit each. */
        byte[] choices() {
            return choices;
        }

        byte[] codeKeys() {
            return codeKeys;
        }

        /** Overwrites what is secret of it. */
        void end() {
            Arrays.fill(seeds, (byte) 0);
            Arrays.fill(choices, (byte) 0);
        }
    }

    /** Begins as the learner: sends the points, and takes the answer later. */
    Learner learner() {
        byte[] delta = randomBytes(Blocks.LENGTH);
        return new Learner(this, delta, new BaseOtReceiver(session(), delta, Extension.COLUMNS, random, cores));
    }

    /** The learner between its message and the answer. */
    static final class Learner {

        private final Transfers transfers;
        private final byte[] delta;
        private final BaseOtReceiver base;

        private Learner(Transfers transfers, byte[] delta, BaseOtReceiver base) {
            this.transfers = transfers;
            this.delta = delta;
            this.base = base;
        }

        byte[] points() {
            return base.points();
        }

        Seeds seeds(ByteBuffer answer) {
            byte[] point = new byte[POINT];
            byte[] correction = new byte[CORRECTION];
            answer.get(point).get(correction);
            byte[] keys = base.keys(point);
            byte[] pairs = new ExtensionSender(
                            Security.SEMI_HONEST, delta, keys, Code.WIDTH, correction, transfers.random)
                    .pairs();
            Arrays.fill(keys, (byte) 0);
            Arrays.fill(delta, (byte) 0);
            return new Seeds(pairs, new byte[0], transfers.codeKeys(points(), point));
        }
    }

    /** Does all that the responder does, and hands on what it must send. */
    Responder responder(byte[] points) {
        BaseOtSender base = new BaseOtSender(session(), Extension.COLUMNS, random, cores);
        byte[] keys = base.keys(points);
        byte[] choices = randomBytes(Code.LENGTH);
        ExtensionReceiver extension = new ExtensionReceiver(Security.SEMI_HONEST, keys, choices, Code.WIDTH, random);
        Arrays.fill(keys, (byte) 0);
        byte[] answer = ByteBuffer.allocate(ANSWER)
                .put(base.point())
                .put(extension.correction())
                .array();
        return new Responder(answer, new Seeds(extension.keys(), choices, codeKeys(points, base.point())));
    }

    /** The responder's answer, and what it has from then on. */
    static final class Responder {

        private final byte[] answer;
        private final Seeds seeds;

        private Responder(byte[] answer, Seeds seeds) {
            this.answer = answer;
            this.seeds = seeds;
        }

        byte[] answer() {
            return answer;
        }

        Seeds seeds() {
            return seeds;
        }
    }

    private byte[] session() {
        return terms.hashing().of("sluice/kkrt/ot/v1", terms.fingerprint());
    }

    /** Nobody can choose them alone: each side's points are fresh. */
    private byte[] codeKeys(byte[] points, byte[] point) {
        Hashing hashing = terms.hashing();
        return ByteBuffer.allocate(Code.KEYS)
                .put(hashing.of("sluice/kkrt/code/v1/0", terms.fingerprint(), points, point))
                .put(hashing.of("sluice/kkrt/code/v1/1", terms.fingerprint(), points, point))
                .array();
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
