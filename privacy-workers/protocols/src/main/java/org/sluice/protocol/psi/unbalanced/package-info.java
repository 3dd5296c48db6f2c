/**
 * Unbalanced set intersection: a small set is looked up in a large list, whose masks were computed beforehand and lie at the
 * client.
 *
 * <p><b>Papers.</b> Freedman, Ishai, Pinkas, Reingold, "Keyword search and oblivious pseudorandom functions", TCC 2005, by
 * the oblivious function of RFC 9497 in mode VOPRF ({@link org.sluice.protocol.psi.unbalanced.VerifiableFunction}) or by its
 * faster twin, no standard, on X25519 ({@link org.sluice.protocol.psi.unbalanced.CoordinateTwin}); masks kept at the
 * client as in Kiss, Liu, Schneider, Asokan, Pinkas, "Private set intersection for unequal set sizes with mobile
 * applications", PoPETs 2017.
 *
 * <p><b>Offline.</b> The server computes F(k, y) for each item y of its list, keeps the first w bytes of each, and sorts them
 * ({@link org.sluice.protocol.psi.unbalanced.MaskedList}). A client keeps them as one flat array
 * ({@link org.sluice.protocol.psi.unbalanced.Masks}).
 *
 * <p><b>Rounds.</b>
 * <ol>
 *   <li>both: the opening;
 *   <li>client: version and hash of the masks that it holds; server: version and hash of its own, and what has to go and to
 *       come, or all masks for a client whose version the server does not remember;
 *   <li>for each batch of the client's items, client: blinded items; server: evaluated items, and in mode VOPRF one proof that
 *       the key behind the public key evaluated them;
 *   <li>client, then server: hashes of both transcripts. Only then does the client have its result and its new masks.
 * </ol>
 * {@link org.sluice.protocol.psi.unbalanced.Uncached} is the same with a key for one run alone and nothing kept.
 *
 * <p><b>Who learns what.</b> Server: the number of the client's distinct items, and which version the client had: how long
 * it stayed away. Client: which of its items are on the list; the list's size; how many items came and went since its
 * version, and which of the items that it ever had evaluated are among them: an output stays valid as long as its key. So
 * the server changes the key at times of its own choosing, and a client follows by starting without masks. An item that left
 * and came back between two visits does not show.
 *
 * <p><b>Security model.</b> The client's items are hidden from a malicious server, perfectly: blinds are uniform and fresh, and
 * nothing that is sent later depends on what was found. The list is hidden from a malicious client up to as many evaluations as
 * the client announced items (one-more gap Diffie-Hellman, random oracles); what is guessable is protected by that count
 * alone, which {@link org.sluice.protocol.psi.Answered#peers} tells whoever counts.
 *
 * <p><b>Noticed</b>, always: another public key than that of the masks at hand; an older version, or another list of the same
 * version; masks that do not lead to the announced hash, do not ascend, stand twice, are too few or too many, or too short
 * for both sizes; malformed elements; and <em>in mode VOPRF</em> evaluation under any other key than the public one. <b>The
 * twin proves nothing</b>: its public key tells the keys of an honest server apart, but a malicious one may evaluate each item
 * under a key of its own, unnoticed; such an item is then not found. <b>Noticed by nobody</b>, in either: masks of a
 * list that the server made up or cut short, or a list made for one client, whose hash comes back with each visit and tells
 * who it is; clients that compare {@link org.sluice.protocol.psi.unbalanced.Masks#digest} notice the last.
 *
 * <p><b>Chance of a wrong result.</b> Two masks of different items agree with a chance of 2^-8w; with
 * w = max(t(m, n), t(n, n)) bytes, t(a, b) = ⌈(40 + ⌈log₂ a⌉ + ⌈log₂ b⌉) / 8⌉, some item of m is found wrongly among n with a
 * chance below 2^-40, and two masks of one list agree with no greater one, so that repeats can be refused. 1,000 against
 * 2^20: 10 bytes, a file of 10.5 MB.
 *
 * <p><b>Bytes</b> (payload of frames; m = the client's items, r and a = masks that go and come, B = rows in a frame, 4096, of
 * which a batch has at most 65,535; e = 32 for the twin, 33 for RFC 9497; p = 0 and 64 for the proof; c = 32 and 33 for the
 * public key): client {@code 102 + 41 + e·m + ⌈m/B⌉}; server
 * {@code 102 + 51 + c + w(r + a) + ⌈r/B⌉ + ⌈a/B⌉ + e·m + (1 + p)·⌈m/B⌉}; each 65 more for the confirmation.
 *
 * <p><b>Side channels.</b> Those of {@link org.sluice.protocol.oprf}; BouncyCastle's P-256 is not constant-time, and whoever
 * serves over a network answers evaluations at fixed times. The client looks masks up by binary search, whose time depends
 * on what it holds and which is visible on its own machine alone.
 */
@NullMarked
package org.sluice.protocol.psi.unbalanced;

import org.jspecify.annotations.NullMarked;
