package org.sluice.worker.jobs;

import org.sluice.protocol.psi.Method;

/**
 * The heap that one run takes at most, beside what its worker takes anyway, as if the peer's set were as large as the own:
 * how large it is shows only in the run, and then a much larger one takes more.
 *
 * <p>Protocols hold flat arrays, so that it grows with the items alone. In the following m is the learner's items, n the
 * responder's, and everything of one side is there at the same time:
 *
 * <ul>
 *   <li>every method: the set 18 bytes an item, its hash 16, two positions of 4, and while it is sorted twice that;
 *   <li>ECDH: an element 32 each for what went out, came in, was masked twice and was joined into one column, an order of
 *       8, two tags of at most 11;
 *   <li>the sum, beside what ECDH holds: ciphertexts of 66, which the responder keeps as points of 128; values of 8, twice;
 *       and whatever the sizes are up to 16 MiB of steps at the learner, from which it reads the sum;
 *   <li>KKRT16, with about 1.3 bins an item: at the learner a bin's tag of 11, its item 4, its mark 1, and 16 to 32 an item to
 *       look tags up; at the responder three tags and three places an item, 45, and the choices 24;
 *   <li>RR22, with about 1.3 columns an item of the learner and two places of the long word a column: at the learner 32 a place and 48 a
 *       column, at the responder 16 a place and 32 a column; 20 an item for where its row lies, and the tags.
 * </ul>
 *
 * <p>Measured: the least heap in MiB with which a learner came to its end, who mostly needs more than the responder, with equal
 * sets, two processes and mutual TLS (Java 17, G1; a party that computes on nothing took 15 of it). The figures below are
 * upper bounds of that and less than two and a half times as much, which {@code HeapNeedTest} shows at 2^16.
 *
 * <pre>
 * items a side      2^16   2^18   2^20
 * ECDH, X25519        25
 * KKRT16              29     50
 * RR22                35     95    275
 * RR22 malicious      33
 * sum                 48    100   (and its responder 48 and 140)
 * </pre>
 *
 * @param bytes of one party
 */
public record Need(long bytes) {

    private static final int MIB = 1 << 20;

    /** Frames on their way, buffers and stacks, whatever the sizes are. */
    private static final long FIXED = 16L * MIB;

    /** Bytes of an item and of the peer's beside it. */
    private static final int ECDH = 256;

    private static final int SUM = 480;
    private static final int KKRT16 = 224;
    private static final int RR22 = 368;

    /** Of a look-up, at the party with the large set: what is held, masks and their copies while they are sorted, hashes, outputs. */
    private static final int LOOK_UP = 160;

    /** Bytes of an identifier that is held and not computed on: the set's own 18, and room. */
    private static final int HELD = 24;

    /** Where all are common and become rows: set 18, position 4, row 19, sealed row 19 and its copy 19, and room. */
    private static final int IN_THE_END = 84;

    /**
     * Of a run. A method that is not known here counts as the greediest.
     *
     * @param size distinct identifiers of this party
     */
    public static Need of(Method method, int size) {
        return new Need(FIXED + (long) size * bytesOfAnItem(method));
    }

    /**
     * Of a run that goes bucket by bucket: the set stands whole beside one bucket, and in the end beside its result.
     *
     * @param size distinct identifiers of this party
     * @param bucket the most of them that one bucket holds
     */
    public static Need divided(Method method, int size, int bucket) {
        long inARun = (long) size * HELD + (long) bucket * bytesOfAnItem(method);
        return new Need(FIXED + Math.max(inARun, (long) size * IN_THE_END));
    }

    /**
     * Of a look-up, at the party that looks up.
     *
     * @param size distinct identifiers of this party
     * @param masks bytes for those of the other's list
     */
    public static Need lookUp(int size, long masks) {
        return new Need(FIXED + (long) size * LOOK_UP + masks);
    }

    /**
     * Of masks while they are made, at the party that will answer.
     *
     * @param size distinct identifiers of this party
     * @param standing bytes that an earlier version of them has already
     */
    public static Need masking(int size, long standing) {
        return new Need(FIXED + Math.max((long) size * HELD, (long) size * LOOK_UP - standing));
    }

    /** Of a look-up, at the party that answers: its masks stand already, whatever jobs are under way. */
    public static Need answering(int size) {
        return new Need(FIXED + (long) size * HELD);
    }

    private static int bytesOfAnItem(Method method) {
        return switch (method.technique()) {
            case "ecdh/v1" -> ECDH;
            case "ecdh-sum/v1" -> SUM;
            case "kkrt16/v1" -> KKRT16;
            case "unbalanced/v1" -> LOOK_UP;
            default -> RR22;
        };
    }

    /** Rounded up. */
    public long mebibytes() {
        return Math.floorDiv(bytes + MIB - 1, MIB);
    }
}
