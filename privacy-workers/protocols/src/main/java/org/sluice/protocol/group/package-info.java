/**
 * Prime-order groups for Diffie-Hellman, and hashing into them.
 *
 * <p>Hashing follows RFC 9380: suites {@code P256_XMD:SHA-256_SSWU_RO_}, {@code P256_XMD:SHA-256_SSWU_NU_},
 * {@code curve25519_XMD:SHA-512_ELL2_RO_} and {@code curve25519_XMD:SHA-512_ELL2_NU_}; the multiplication on Curve25519
 * is X25519 of RFC 7748. {@code SM2_XMD:SM3_SSWU_…}, for the national suite, follows the same RFC and is no standard
 * ({@link org.sluice.protocol.group.Sm2Group}). Elements travel as 32 bytes, the x- (or u-) coordinate alone: the product's coordinate does not
 * depend on the sign of the point, and a Diffie-Hellman chain needs no more.
 *
 * <p>Whatever a peer sends is validated before it meets a secret, and every class of bad encoding ends in
 * {@link org.sluice.protocol.Misbehaviour} with a message of its own.
 *
 * <p><b>What is not constant-time.</b> X25519 (BouncyCastle) runs a fixed ladder without secret-dependent branches or
 * table look-ups. Everything else here does depend on its operands: BouncyCastle's P-256 and SM2 multiplication (window
 * digits), {@link java.math.BigInteger} (P-256 scalars), inverses, Jacobi symbols and the choice between Elligator's and
 * SSWU's two candidates, and the search for the signs of a platform's products of P-256. The choice sees the items to be
 * hashed, so that somebody who measures this process closely may learn about items; the search sees points and products,
 * and no scalar. The just-in-time compiler promises nothing either. The defence is against the peer across the network, not
 * against code on the same machine.
 */
@NullMarked
package org.sluice.protocol.group;

import org.jspecify.annotations.NullMarked;
