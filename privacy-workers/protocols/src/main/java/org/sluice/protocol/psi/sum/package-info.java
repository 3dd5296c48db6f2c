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
 * then gets the sum of some of its own values in place of the right one. It can withhold what it should tell, and tell a sum
 * over too few under a greater number that the sum fits. A <em>malicious value holder</em> can choose values that name
 * members, such as the powers of two: up to forty a run. None of this can be noticed; none opens an item that the attacker
 * does not already hold as a candidate. Of the values a malicious responder gets one bit a run, by whether the value holder
 * takes its answer: whether a value is the number that it guesses, say. A guess that is wrong is noticed, as misbehaviour.
 *
 * <p><b>Who learns what.</b> Both: the other's number of distinct items. If at least as many are common as agreed, both: how
 * many, and the learner (the value holder): the sum of its own values over them. If they are fewer, the learner gets to know
 * that and not how many, the same for none and for one below the least. The responder counts them to find that out, and puts
 * nothing out. Of the values it gets to know nothing either way.
 *
 * <p><b>The least.</b> It guards the responder's items: the sum of own values over one or two items tells which they are. So
 * the responder enforces it, and if it tells more than it should, it does so of its own items. It holds against a value
 * holder that follows the protocol with the set and the values it has. It does <em>not</em> hold against one that makes them
 * up:
 * <ul>
 *   <li>Items of value 0 count like others: beside enough of them that are common, up to forty items can be named as above.
 *   <li>Whoever knows of all but one that are needed that they are common sees by whether the sum is told whether another is
 *       common too.
 *   <li>Two runs over sets that differ in one item tell about that item, be it by two sums or by one that is withheld.
 *   <li>By breaking the protocol one item can count as ℓ, the least: its element is sent ℓ times, each time multiplied by
 *       another factor, and the tags are made of these multiples of one in ℓ of the responder's elements, in place of all.
 *       For each common item that is right with a chance of 1/ℓ a run, and the responder cannot notice it.
 * </ul>
 * Against these stand the least sizes in the terms and whatever decides who may ask how often and with what, which is
 * outside of this package.
 *
 * <p><b>Version.</b> The least is part of the suite if it is not 0, and with it of the terms that the opening compares: a
 * peer with another one is refused at the first frame, and so is an older one that knows of none. Nobody can get to read an
 * answer that it takes for another one, and runs without a least are what they were, byte for byte: the technique stays v1.
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
 *       sum of the values that belong to them; if they are fewer than the least, −1 and a fresh encryption of zero, which has
 *       nothing of them in it;
 *   <li>value holder, then responder: hashes of both transcripts. Only then does anybody put a result out.
 * </ol>
 *
 * <p><b>Checks.</b> All that the package of the intersection by Diffie-Hellman checks of elements, the twist included; two
 * of a peer's items that become one; each ciphertext and the key for lying on the curve, all of them before it is known
 * which are needed. At the end the value holder holds the answer against the least and its own values: no number below the
 * least, none withheld where there is no least, a withheld one with a ciphertext of zero; so many of the values must be able
 * to add up to this sum.
 *
 * <p><b>Values.</b> Whole numbers, 0 or more; all of a party together stay below 2⁴⁰. That is checked before anything is
 * encrypted, so that no sum can overflow.
 *
 * <p><b>Bytes</b> (payload of frames; m, n = distinct items of value holder and responder; B = rows in a frame, 4096; tags
 * of t = ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉ bytes): value holder {@code 136 + 98m + 2⌈m/B⌉ + tn + ⌈n/B⌉}, responder
 * {@code 173 + 32n + ⌈n/B⌉}; each 65 more for the confirmation. They are the same whether the sum is told or withheld.
 *
 * <p><b>What is not constant-time.</b> Everything over P-256: look-ups in the table of the generator's multiples, which are
 * chosen by random scalars and by values under a random mask; {@link java.math.BigInteger}, which cannot be wiped either;
 * BouncyCastle's multiplication. The search for the sum takes a time that depends on it, at the party that learns it. A
 * withheld answer adds nothing up; the look-up of tags before it takes longer or shorter by nanoseconds for each that is
 * found. The defence is against the peer across the network, not against code on the same machine.
 */
@NullMarked
package org.sluice.protocol.psi.sum;

import org.jspecify.annotations.NullMarked;
