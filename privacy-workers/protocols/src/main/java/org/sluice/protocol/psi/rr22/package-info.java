/**
 * Set intersection by an encoded set under a vector OLE: a few bytes and hashes an item.
 *
 * <p><b>Paper.</b> Raghuraman, Rindal, "Blazing fast PSI from improved OKVS and subfield VOLE", CCS 2022 (eprint 2022/320),
 * sections 5 and 6: the oblivious PRF and the intersection from it, over GF(2^128).
 *
 * <p><b>Security model.</b> {@link org.sluice.protocol.psi.rr22.Rr22.Security#SEMI_HONEST}: both follow the protocol and then try
 * to find out more. {@link org.sluice.protocol.psi.rr22.Rr22.Security#MALICIOUS}: whatever the peer sends, this party's items are
 * safe, and the learner's result holds none but its own items. Rests on the assumptions of
 * {@link org.sluice.protocol.vole} (LPN under a code whose distance is an estimate), on those of the base transfers
 * ({@link org.sluice.protocol.ot}), and on hashing as a random oracle. The semi-honest variant's tags are no such hash but
 * {@code π(z) ⊕ z} with π AES under a public key, an ideal permutation: an item that the learner does not have decodes to
 * something it knows plus Δ·d, d not zero, so that it meets z but by guessing Δ.
 *
 * <p><b>What the malicious variant does not give.</b> A malicious learner can encode more items than it announced, up to about
 * the number of columns, 1.3 of its size; the paper says so too. A malicious responder can always leave out or spoil tags of
 * its own: it takes items from the result, adds none, and cannot be noticed. <em>Own adaptation, not proven by the paper:</em>
 * the paper takes its VOLE from elsewhere; the check here, one random combination over base columns, transfers and trees with
 * a comparison by commitment, is put together as {@link org.sluice.protocol.vole} says. So is that one item hash serves as the
 * paper's H_B, and that the placement's seed goes out before the encoded set instead of with it.
 *
 * <p><b>Who learns what.</b> Both: the other's number of distinct items. Learner: which of its items are common. Responder:
 * nothing else. Only {@link org.sluice.protocol.psi.Output#ONE_LEARNS} is offered: tags the other way would need a second run.
 *
 * <p><b>Rounds.</b> L the learner with set X, R the responder with Y and Δ, m columns of the encoded set, t trees of depth d;
 * what stands in brackets is the malicious variant's. Where either set is empty the run ends after the opening.
 * <ol>
 *   <li>both: the opening;
 *   <li>R: points of 128 base transfers whose choices are Δ, commitment to its part of the code's seed [and to its parts of the
 *       check's seed and of the mask w];
 *   <li>L: its point, its part of the code's seed, corrections of the columns;
 *   <li>R: opens its part, punctured trees;
 *   <li>L: seed r of the placement [its parts of the check's seed and of w];
 *   <li>[R: opens its part of the check's seed; L: combination of the noise, commitment to W; R: hash of what W must be; L: opens
 *       W];
 *   <li>L: A = P + A' with P the encoding of { x → x } for hashed items x;
 *   <li>[R: opens w]; R: tags of Decode(B + A·Δ, y) - Δ·y [+ w, and y beside it], ascending;
 *   <li>L: looks for its own, tags of Decode(C, x) [+ w, and x];
 *   <li>L, then R: hashes of both transcripts. Only then does anybody put a result out.
 * </ol>
 * Ascending order of the tags is a permutation that depends on nothing but values that look random. An encoding that fails is
 * tried again under another r before r has gone out, and never after.
 *
 * <p><b>Bytes</b> (payload of frames; n = items of the responder; tags of ℓ bytes as {@link org.sluice.protocol.psi.Terms}
 * says, or 16; a frame of tags holds as many as the terms say, F; one of A 65,536): L {@code 102 + 66 + 16td + 2048(t + 1) + 17 +
 * 16m + ⌈m/65536⌉} and [48 + 49 + 49]; R {@code 102 + 8481 + 33 + 32td + 16t + ℓn + ⌈n/F⌉} and [64 + 33 + 33 + 33]; each 65 more for
 * the confirmation.
 *
 * <p><b>Side channels.</b> Placement, tables of products by Δ and sorting depend on secrets: not constant-time. The defence is
 * against the peer over the network, not against code on the same machine.
 */
@NullMarked
package org.sluice.protocol.psi.rr22;

import org.jspecify.annotations.NullMarked;
