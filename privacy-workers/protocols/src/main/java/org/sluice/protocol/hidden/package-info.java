/**
 * Hidden query: a client looks identifiers up in a server's list, opens the values of those it asked for and of no others,
 * and the server learns only how many it asked.
 *
 * <p><b>Papers.</b> Retrieval by SimplePIR ({@link org.sluice.protocol.pir}); made symmetric by an oblivious function, as in
 * Freedman, Ishai, Pinkas, Reingold, "Keyword search and oblivious pseudorandom functions", TCC 2005: each value is encrypted
 * under a key that only the function's output for its identifier gives. Bins by two choices: Azar, Broder, Karlin, Upfal,
 * "Balanced allocations", STOC 1994; the map of choices is a binary fuse structure (Graf, Lemire, "Binary fuse filters",
 * JEA 2022) that holds one bit a key instead of a fingerprint.
 *
 * <p><b>Table.</b> o = VOPRF(k, identifier), RFC 9497 with P-256. From o by HKDF-Expand: an 8-byte tag, two bins, a key of
 * the map and, with the record's version, the record's keys. A record has 88 bytes: tag 8 ‖ version 4 ‖ value under a
 * keystream, padded to 64 ‖ MAC 12. A bin is a column of 24 records, what is free being random bytes; ⌈N / 21⌉ bins, rounded up
 * to four. A record stands in the emptier of its bins, and which one that was is what the map tells; for an identifier that
 * is not in the list the map tells some bit. If a bin overflows, everything is placed anew under another salt.
 *
 * <p><b>Versions.</b> A record's version is the one of the list in which it was last written: a keystream never meets two
 * values as long as versions rise under one key. A change touches one bin's bytes, and the clients follow by a
 * {@link org.sluice.protocol.pir.HintUpdate}; map, salt and key stay.
 *
 * <p><b>Rounds and exact bytes.</b> Once: the publication, {@code 66 + ⌈s/8⌉ + 52 + 10,813,440} where s ≈ 1.13·N is the
 * map's size; it is the same for all clients, and {@link org.sluice.protocol.hidden.Publication#digest} is there to be
 * compared. Then per batch of b = 1, 8 or 64 keys, filled up with dummies, M being the number of bins:
 * <ol>
 *   <li>client {@code 8 + 33b}, server {@code 8 + 33b + 64}: the oblivious function, one proof for the batch;
 *   <li>client {@code 8 + 4Mb}, server {@code 8 + 8448b}: one retrieval a key.
 * </ol>
 * The eight bytes are the list's version. A server that holds another one answers with its version alone, and the client
 * throws {@link org.sluice.protocol.hidden.Outdated}.
 *
 * <p><b>Who learns what.</b> The server: sizes of batches, the version the client holds. Found and not found look the same to
 * it: same messages, and whatever is wrong inside a retrieved bin ends as <em>not found</em> on the client's side alone, with
 * no message and no exception. The client: the values of the identifiers whose function the server evaluated for it, the
 * approximate number of records, in what bins records changed from version to version, and of each record in a bin that it
 * read when it was last written. An identifier once evaluated opens later versions too, until the key is changed: evaluations
 * <em>and</em> retrievals are counted ({@link org.sluice.protocol.hidden.Toll}).
 *
 * <p><b>Security model.</b> The client's privacy holds against a malicious server under learning with errors and because
 * blinds are uniform, as long as the client's later behaviour does not depend on what it found; a server that corrupts a bin
 * on purpose sees no reaction here, and the layers above must not show one by asking again. The server's privacy holds
 * against a malicious client up to its count of evaluations; guessable identifiers are protected by that count alone. A wrong
 * evaluation is {@link org.sluice.protocol.Misbehaviour}. Nothing proves that the list is complete or its values true.
 *
 * <p><b>Side channels.</b> All 24 records of a bin are compared and one is always decrypted and authenticated, whether or not
 * one fits. The function's key meets BouncyCastle's P-256, which is not constant-time: whoever serves over a network answers
 * evaluations at fixed times. Building a list runs in a time that depends on its content.
 */
@NullMarked
package org.sluice.protocol.hidden;

import org.jspecify.annotations.NullMarked;
