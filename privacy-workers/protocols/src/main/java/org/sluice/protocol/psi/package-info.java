/**
 * How many items two parties have in common, by Diffie-Hellman: the learner gets the number, and tells the
 * responder if both agreed so.
 *
 * <p><b>Paper.</b> Meadows, "A more efficient cryptographic matchmaking protocol", IEEE S&amp;P 1986; Huberman, Franklin,
 * Hogg, "Enhancing privacy and trust in electronic communities", EC 1999; the size alone after Agrawal, Evfimievski,
 * Srikant, "Information sharing across private databases", SIGMOD 2003, section 5.
 *
 * <p><b>Security model.</b> Semi-honest: both parties follow the protocol and then try to find out more from what they
 * saw. Rests on the decisional Diffie-Hellman assumption in the group and on hashing as a random oracle. The nonuniform
 * encoding of RFC 9380 is enough: a simulator can sample preimages of the map, of which a point has few. A
 * <em>malicious learner</em> can multiply each of its elements by a factor of its own and so find out <em>which</em> of
 * its items match; a malicious responder can make the number wrong. Neither can be noticed by this protocol, and neither
 * opens an item that the attacker does not already hold as a candidate.
 *
 * <p><b>Who learns what.</b> Learner: the size of the intersection, the responder's number of distinct items. Responder:
 * the learner's number of distinct items, and with {@link org.sluice.protocol.psi.Release} the size of the
 * intersection as the learner tells it. Duplicates are removed before the numbers are announced, so nobody learns how
 * many there were. Repeated runs over slightly changed sets tell single members apart, whatever the protocol: who may
 * ask how often is decided outside.
 *
 * <p><b>Rounds.</b> With X the learner's set, Y the responder's, a and b their fresh scalars, H the hash into the group:
 * <ol>
 *   <li>both: fingerprint of the terms, commitment to the own size; then, after the peer's has come, its opening. So
 *       neither size can depend on the other;
 *   <li>learner to responder: { a·H(x) }, in ascending order of the encodings;
 *   <li>responder to learner: { b·H(y) }, likewise; then { tag(b·a·H(x)) }, in ascending order of the tags;
 *   <li>learner: counts the tags that equal some tag(a·b·H(y));
 *   <li>learner, then responder: hashes of both transcripts. Only then does the learner put the number out.
 * </ol>
 * The ascending order is a permutation that depends on masked values alone: it carries nothing of the order in the
 * table, as a shuffle would, and lets the reader check for repeats.
 *
 * <p><b>Bytes</b> (payload of frames; m, n = distinct items of learner and responder; B = rows in a frame, 4096; tags of
 * t = ⌈(40 + ⌈log₂ m⌉ + ⌈log₂ n⌉) / 8⌉ bytes, which bounds the chance of a wrong count by 2⁻⁴⁰):
 * learner {@code 167 + 32m + ⌈m/B⌉}, responder {@code 167 + 32n + ⌈n/B⌉ + tm + ⌈m/B⌉}. Telling the responder adds 70 and 65.
 */
@NullMarked
package org.sluice.protocol.psi;

import org.jspecify.annotations.NullMarked;
