/**
 * Set intersection by oblivious pseudorandom functions in batches, out of oblivious transfer alone.
 *
 * <p><b>Paper.</b> Kolesnikov, Kumaresan, Rosulek, Trieu, "Efficient batched oblivious PRF with applications to private set
 * intersection", CCS 2016 (eprint 2016/799), sections 3 and 5. Transfers: {@link org.sluice.protocol.ot}.
 *
 * <p><b>Security model.</b> Semi-honest: both parties follow the protocol and then try to find out more from what they
 * saw. Rests on Diffie-Hellman (computational) in P-256 for 128 base transfers, AES as a pseudorandom function, and hashes
 * as random oracles; on no assumption about codes, which makes it the conservative twin of faster techniques. A malicious
 * learner can try more items than it announced, a malicious responder can make any result wrong; neither can be noticed.
 *
 * <p><b>Who learns what.</b> Both: the other's number of distinct items. Learner: which of its own items are common.
 * Responder: that too where the terms say that both learn (it has the learner's word for it), else nothing.
 *
 * <p><b>Parameters.</b> Words of w = 448 bits: two items' words differ in fewer than 128 places with a chance that
 * 3·2^24 comparisons meet with less than 2^-40. Bins, of three for each item and without a stash: β = n(296 + ⌈log₂ n⌉)/240,
 * rounded up to a multiple of 64, with n = max(m, 512). Salts are tried until all items have a bin, and only then is the
 * salt told. The number of the choice by which an item came to its bin goes into the function's last hash together with the
 * bin: else an item of which two bins are one would show in two tables. That the learner can compute all three values of
 * its item in its bin gives it nothing but that item.
 *
 * <p><b>Rounds.</b> m and n are the distinct items of learner and responder.
 * <ol>
 *   <li>both: the opening;
 *   <li>learner: the points of 128 base transfers, whose choices Δ are random; then, when all its items have a bin, the salt;
 *   <li>responder: its point, and the correction that extends the transfers to 448, whose choices s are random. The keys of
 *       the code C are a hash of both sides' points;
 *   <li>learner: the matrix, a chunk of 16,384 bins a frame, column after column: G(k₀) ⊕ G(k₁) ⊕ C. Its tags are hashes of
 *       the rows of G(k₀) alone;
 *   <li>responder: three tables of tags, the hashes of row ⊕ (C(y) ∧ s), each table in a random order of its own;
 *   <li>where both learn, learner: hashes of the common items, filled up with random ones to min(m, n), ascending;
 *   <li>learner, then responder: hashes of both transcripts. Only then does anybody put a result out.
 * </ol>
 * Both compute at the same time: the responder a chunk's tags, the learner the next chunk.
 *
 * <p><b>Checks.</b> Every length and every count; points on the curve and not the identity; the same tag twice where it is
 * one of the learner's; what both learn ascending and without repeats. A wrong matrix or a wrong tag is just another
 * input and cannot be told from one.
 *
 * <p><b>Bytes</b> (payload of frames; B = rows in a frame, 4096; tags of t = ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉ bytes, which
 * bounds the chance of a wrong result by 2⁻⁴⁰): learner {@code 8568 + 56β + ⌈β/16384⌉}, and {@code t·min(m,n) + ⌈min(m,n)/B⌉}
 * more where both learn; responder {@code 8328 + 3(tn + ⌈n/B⌉)}; each 65 more for the confirmation.
 *
 * <p>Not constant-time: the base transfers, the cuckoo table, the order of the responder's work, the learner's look-ups.
 */
@NullMarked
package org.sluice.protocol.psi.kkrt;

import org.jspecify.annotations.NullMarked;
