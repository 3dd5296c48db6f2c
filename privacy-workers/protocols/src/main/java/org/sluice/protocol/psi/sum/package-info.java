/**
 * Sum over the intersection: what the values of one party add up to over the items that both hold, and no single value.
 *
 * <p><b>Paper.</b> Ion, Kreuter, Nergiz, Patel, Saxena, Seth, Raykova, Shanahan, Yung, "On deploying secure computing:
 * private intersection-sum-with-cardinality", eprint 2019/723, the protocol by Diffie-Hellman, with ElGamal over P-256 in
 * the exponent as its additively homomorphic encryption; Shanks' baby and giant steps for the logarithm at the end.
 *
 * <p><b>Security model.</b> Semi-honest: both parties follow the protocol and then try to find out more from what they saw.
 * Rests on the decisional Diffie-Hellman assumption in the group that matches items and in P-256, and on hashing as a random
 * oracle. A <em>malicious responder</em> can multiply each of its elements by a factor of its own and so find out
 * <em>which</em> of its items are common, and it can add up other ciphertexts than those of common items: the value holder
 * then gets the sum of some of its own values in place of the right one. A <em>malicious value holder</em> can choose values
 * that name members, such as the powers of two: up to forty a run. None of this can be noticed; none opens an item that the
 * attacker does not already hold as a candidate, nor a value to the responder.
 *
 * <p><b>Who learns what.</b> Both: the other's number of distinct items, and how many are common. Learner (the value
 * holder): the sum of its own values over the common items. Responder: nothing of the values.
 *
 * <p><b>Rounds.</b> With X the value holder's set, v(x) its values, Y the responder's set, a and b their fresh scalars, H
 * the hash into the group, E the encryption under the value holder's fresh key:
 * <ol>
 *   <li>both: the opening;
 *   <li>value holder to responder { a·H(x) } and at the same time responder to value holder { b·H(y) }, each in a random
 *       order of its own, a frame out and a frame in;
 *   <li>value holder to responder: { tag(a·b·H(y)) } in ascending order, its key, and { E(v(x)) } in the order in which it
 *       sent a·H(x);
 *   <li>responder to value holder: the number of tags(b·a·H(x)) that are among those received, and a fresh encryption of the
 *       sum of the values that belong to them;
 *   <li>value holder, then responder: hashes of both transcripts. Only then does anybody put a result out.
 * </ol>
 *
 * <p><b>Checks.</b> All that the package of the intersection by Diffie-Hellman checks of elements, the twist included; two
 * of a peer's items that become one; each ciphertext and the key for lying on the curve, all of them before it is known
 * which are needed. At the end the value holder holds the answer against its own values: so many of them must be able to
 * add up to this sum.
 *
 * <p><b>Values.</b> Whole numbers, 0 or more; all of a party together stay below 2⁴⁰. That is checked before anything is
 * encrypted, so that no sum can overflow.
 *
 * <p><b>Bytes</b> (payload of frames; m, n = distinct items of value holder and responder; B = rows in a frame, 4096; tags
 * of t = ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉ bytes): value holder {@code 136 + 98m + 2⌈m/B⌉ + tn + ⌈n/B⌉}, responder
 * {@code 173 + 32n + ⌈n/B⌉}; each 65 more for the confirmation.
 *
 * <p><b>What is not constant-time.</b> Everything over P-256: look-ups in the table of the generator's multiples, which are
 * chosen by random scalars and by values under a random mask; {@link java.math.BigInteger}, which cannot be wiped either;
 * BouncyCastle's multiplication. The search for the sum takes a time that depends on it, at the party that learns it. The
 * defence is against the peer across the network, not against code on the same machine.
 */
@NullMarked
package org.sluice.protocol.psi.sum;

import org.jspecify.annotations.NullMarked;
