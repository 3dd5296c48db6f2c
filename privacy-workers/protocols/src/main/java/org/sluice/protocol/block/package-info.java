/**
 * Arithmetic on many 16-byte blocks at once, flat in byte arrays: expansion of seeds, hashing by AES under a public key,
 * GF(2^128), transposition of bits.
 *
 * <p>A block is 16 bytes; bit i of anything is bit {@code i % 8} of byte {@code i / 8}. Nothing here is allocated for
 * a block. Objects with a cipher in them belong to one thread at a time.
 *
 * <p>AES runs in the platform's provider, whose native instructions do not branch on secrets. The tables of
 * {@link org.sluice.protocol.block.GaloisMultiplier} are looked up by what is multiplied and are not constant-time.
 */
@NullMarked
package org.sluice.protocol.block;

import org.jspecify.annotations.NullMarked;
