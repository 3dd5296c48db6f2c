/**
 * Oblivious pseudorandom functions: the client learns F(k, x) for its own x, the server who holds k learns how many x there
 * were.
 *
 * <p><b>Papers.</b> RFC 9497, suite {@code P256-SHA256}, in its three modes ({@link org.sluice.protocol.oprf.OprfKey},
 * {@link org.sluice.protocol.oprf.OprfClient}). Beside it a faster twin that is <em>no standard</em>: 2HashDH of Jarecki,
 * Kiayias, Krawczyk, Xu, "Highly-efficient and composable password-protected secret sharing", EuroS&amp;P 2016, on the
 * u-coordinates of Curve25519 alone, without a proof ({@link org.sluice.protocol.oprf.CoordinateKey},
 * {@link org.sluice.protocol.oprf.CoordinateBlinder}). Its hash into the curve is the nonuniform encoding of RFC 9380: enough,
 * since a simulator can sample preimages of the map.
 *
 * <p><b>Flow.</b> One round: the client sends blinded elements, the server multiplies each by its key, the client takes the
 * blind off and hashes what is left together with x. In the verifiable mode the server adds one proof for the whole
 * batch that every element met the key behind the public key; in the partially oblivious mode the key depends on a
 * public text besides.
 *
 * <p><b>Who learns what.</b> The server: the number of inputs, nothing else, whatever it does; blinds are uniform and fresh,
 * so that a request is independent of the inputs. The client: F at as many points as the server evaluated, no matter how it
 * chooses its elements (one-more gap Diffie-Hellman); hence whoever lends a key counts evaluations. Without a proof a malicious
 * server may use another key for each element, and so mark a client or its inputs by outputs that fit nowhere else. An output
 * stays valid as long as its key.
 *
 * <p><b>Exact bytes</b> of a batch of n: P-256 request 33·n; answer 33·n, and 64 more for the proof in the two
 * verifiable modes; n is at most 65,535. The twin: 32·n each way. Outputs have 32 bytes.
 *
 * <p><b>What is refused</b>, with a message each: elements that are the identity, not compressed, not reduced or not on the
 * curve; a proof whose numbers are not reduced or that does not hold; other lengths; an input above 65,535
 * bytes. The twin refuses what {@link org.sluice.protocol.group.Curve25519Group#decode} does.
 *
 * <p><b>Side channels.</b> A server's multiplications on P-256 run in the library that its key is given
 * ({@link org.sluice.protocol.oprf.OprfKey#on}), as constant-time as that is; a client's in BouncyCastle, which is not
 * constant-time, no more than {@link java.math.BigInteger} and hashing to the curve are; inverses of blinds are computed under a random factor. X25519 runs as constant-time as its provider.
 * BouncyCastle keeps scalars as numbers that cannot be wiped. The defence is against the peer over the network, not
 * against code on the same machine.
 */
@NullMarked
package org.sluice.protocol.oprf;

import org.jspecify.annotations.NullMarked;
