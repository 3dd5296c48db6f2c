/**
 * Set intersection by Diffie-Hellman: which items are common, or how many.
 *
 * <p><b>Paper.</b> Meadows, "A more efficient cryptographic matchmaking protocol", IEEE S&amp;P 1986; Huberman, Franklin,
 * Hogg, "Enhancing privacy and trust in electronic communities", EC 1999; the size alone after Agrawal, Evfimievski,
 * Srikant, "Information sharing across private databases", SIGMOD 2003, section 5.
 *
 * <p><b>Security model.</b> Semi-honest: both parties follow the protocol and then try to find out more from what they
 * saw. Rests on the decisional Diffie-Hellman assumption in the group and on hashing as a random oracle. The nonuniform
 * encoding of RFC 9380 is enough: a simulator can sample preimages of the map, of which a point has few. In
 * {@link org.sluice.protocol.psi.ecdh.Cardinality} a <em>malicious learner</em> can multiply each of its elements by a
 * factor of its own and so find out <em>which</em> of its items match; a malicious responder can make any result wrong.
 * Neither can be noticed by this protocol, and neither opens an item that the attacker does not already hold as a
 * candidate.
 *
 * <p><b>Who learns what.</b> Both: the other's number of distinct items. Learner: which of its own items are common
 * ({@link org.sluice.protocol.psi.ecdh.Ecdh}), or how many
 * ({@link org.sluice.protocol.psi.ecdh.Cardinality}). Responder: which of its own items are common where the terms say
 * that both learn, with {@link org.sluice.protocol.psi.Release} the number as the learner tells it, else nothing.
 *
 * <p><b>Rounds.</b> With X the learner's set, Y the responder's, a and b their fresh scalars, H the hash into the group:
 * <ol>
 *   <li>both: the opening;
 *   <li>learner to responder { a·H(x) } and at the same time responder to learner { b·H(y) }, each in a random order of its
 *       own, a frame out and a frame in;
 *   <li>responder to learner: { tag(b·a·H(x)) }, in the order in which the learner sent, or, where only the number is to be
 *       known, in ascending order of the tags;
 *   <li>learner: looks for the tags that equal some tag(a·b·H(y)); where both learn, it sends { tag(a·b·H(y)) } in the
 *       order in which the responder sent;
 *   <li>learner, then responder: hashes of both transcripts. Only then does anybody put a result out.
 * </ol>
 * The order of the hashes would tell ranks, and that of the table would tell rows: neither is ever sent. Ascending order of
 * the tags is a permutation that depends on nothing but doubly masked values.
 *
 * <p><b>Checks.</b> Every element is looked at before it meets the scalar: length, reduced, not of low order, and on the
 * curve. Where only the number is to be known, also that it does not lie on the twist of Curve25519: a learner could mark
 * items so. Which items are common is told anyway where the intersection is the output, and the twist is as safe for the
 * scalar; there this check is left out. Two of the peer's items that become one are misbehaviour.
 *
 * <p><b>Bytes</b> (payload of frames; m, n = distinct items of learner and responder; B = rows in a frame, 4096; tags of
 * t = ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉ bytes, which bounds the chance of a wrong result by 2⁻⁴⁰):
 * learner {@code 102 + 32m + ⌈m/B⌉}, and {@code tn + ⌈n/B⌉} more where both learn; responder
 * {@code 102 + 32n + ⌈n/B⌉ + tm + ⌈m/B⌉}; each 65 more for the confirmation. Telling the responder a number adds 70 and 65.
 */
@NullMarked
package org.sluice.protocol.psi.ecdh;

import org.jspecify.annotations.NullMarked;
