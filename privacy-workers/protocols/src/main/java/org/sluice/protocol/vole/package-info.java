/**
 * Vector oblivious linear evaluation over GF(2^128) from little communication: one side gets A' and C, the other Δ and B,
 * and C = A'·Δ + B, with A' and B random.
 *
 * <p><b>Papers.</b> Boyle, Couteau, Gilboa, Ishai, "Compressing vector OLE", CCS 2018 (noise in punctured trees, made dense
 * by a public code); Raghuraman, Rindal, Tanguy, "Expand-convolute codes for pseudorandom correlation generators from LPN",
 * eprint 2023/882 (the code); Ishai, Kilian, Nissim, Petrank, CRYPTO 2003 (the columns from which transfers and short
 * correlations come). The combination by which a malicious side shows itself is after Weng, Yang, Katz, Wang,
 * "Wolverine", eprint 2020/925, section 5.
 *
 * <p><b>Assumptions.</b> Dual LPN with regular noise over GF(2^128) under a code that is linear over GF(2); see
 * {@link org.sluice.protocol.vole.LpnCode}. Its distance is an estimate, not a theorem. AES under public keys is taken as an
 * ideal permutation. Own choices: the second convolution runs backwards instead of the word being closed to a ring, so
 * that no part of the word is without successors in both; words shorter than 8192 places are not used.
 *
 * <p><b>Who learns what.</b> Neither side anything of the other's. With the check, a malicious noise side may guess bits of
 * Δ and a malicious Δ side a set of leaves that the noise is in: a wrong guess ends the run, so that each bit guessed is
 * paid by half the chance to go on. That leakage is in the functionality of the paper.
 *
 * <p><b>Not proven.</b> One combination covers columns, transfers and trees together, and 128 base transfers serve transfers
 * and short correlations under the one Δ that is also the result's: an own adaptation, whose parts are in the papers and
 * whose whole is in none.
 *
 * <p><b>Rounds and bytes</b> after 128 base transfers in which the Δ side chose the bits of Δ, with t trees of depth d: noise
 * side {@code 16·t·d + 2048·(t + 1)}; Δ side {@code 32·t·d + 16·t}. The messages are made and read here; who sends them, and
 * when the seeds of code and check become known, is the caller's part: the code's must be tossed by both, the check's must
 * be known to neither before the messages are out.
 *
 * <p><b>Side channels.</b> Places of noise and the tables of products are looked up in memory: not constant-time. Keys are
 * overwritten on request; the garbage collector may have copied them.
 */
@NullMarked
package org.sluice.protocol.vole;

import org.jspecify.annotations.NullMarked;
