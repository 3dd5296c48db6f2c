/**
 * Oblivious transfer of random keys: 128 by public-key operations, then as many as wanted by symmetric ones.
 *
 * <p><b>Papers.</b> Base transfers: Masny, Rindal, "Endemic oblivious transfer", CCS 2019 (eprint 2019/706), the
 * construction from Diffie-Hellman key agreement, over P-256, with one message of the sender for all transfers. Extension:
 * Ishai, Kilian, Nissim, Petrank, CRYPTO 2003; against malicious receivers with the consistency check of Roy,
 * "SoftSpokenOT", CRYPTO 2022 (eprint 2022/192), sections 4 and 5, for k = 1: the repetition code, and a universal hash of
 * every column whose last block is a mask that is used for nothing else.
 *
 * <p><b>Security model.</b> Base transfers: malicious parties, Diffie-Hellman (computational) and random oracles; the hash
 * into the curve is that of RFC 9380 for x, and one more bit for the sign of y. Extension: semi-honest, or malicious, as
 * it is made; a malicious receiver may guess bits of the sender's choices, each wrong guess is noticed, which the
 * tweakable hash withstands.
 *
 * <p><b>Endemic</b>: whoever misbehaves may choose its own keys. So keys are seeds and nothing else; no protocol may take
 * one for uniform if its owner gains by choosing it.
 *
 * <p><b>Who learns what.</b> Sender: two keys a transfer. Receiver: which of them it chose, and that one.
 *
 * <p><b>Rounds and bytes</b>, without frames' headers, which belong to the protocol that embeds the messages; n transfers,
 * p = 128·⌈n/128⌉. Base: receiver 66n, sender 33, in either order. Extension, whose receiver was the sender of 128 base
 * transfers: receiver 16p; against malicious receivers 16(p + 128), then sender 16, then receiver 2064.
 *
 * <p><b>Refused</b>: points that are not on the curve, not reduced, not compressed, or the identity; a key agreement with
 * the identity; any other length; a check that does not hold.
 *
 * <p>Not constant-time: BouncyCastle's multiplication, the hash into the curve, the tables of the check. The scalars are
 * {@link java.math.BigInteger}s that cannot be wiped.
 */
@NullMarked
package org.sluice.protocol.ot;

import org.jspecify.annotations.NullMarked;
