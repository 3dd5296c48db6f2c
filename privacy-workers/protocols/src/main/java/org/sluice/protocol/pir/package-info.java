/**
 * Private information retrieval from one server: the client reads a column of a byte table, and the server works through
 * all of it without learning which.
 *
 * <p><b>Paper.</b> Henzinger, Hong, Corrigan-Gibbs, Meiklejohn, Vaikuntanathan, "One server for the price of two: simple
 * and fast single-server private information retrieval", USENIX Security 2023, section 4 (SimplePIR) with hint
 * updates in an own form.
 *
 * <p><b>Parameters.</b> q = 2^32, p = 256 (an entry is a byte 0 to 255, not centred), sigma = 6.4, and n = 1280 where the
 * paper has 1024: an own, rough estimate of the primal attack gave 129 bits (core-SVP) for it and 95 for the
 * paper's; the lattice estimator has not been run yet. l rows, m columns.
 *
 * <p><b>Flow.</b> A is m x n, stretched from a public seed and never whole in memory; the hint is H = D·A, public and the
 * same for everybody. The client sends A·s + e + 2^24·unit, the server D times that, the client subtracts H·s and rounds.
 * s and e are fresh for every query; {@link org.sluice.protocol.pir.PreparedQuery} can be used once.
 *
 * <p><b>Bytes.</b> Query 4·m, answer 4·l, hint 52 + 4·1280·l, update 48 + 9·entries.
 *
 * <p><b>Who learns what.</b> Under the hardness of learning with errors the server learns that a query was made and nothing
 * of the column, however malicious it is, unless the client's reaction to a wrong answer shows. The client learns a whole
 * column, and from the hint more about the table: the table's content is not protected here at all. A malicious server may
 * answer with what it likes, and nothing in this package notices; the layer above authenticates what it reads. A malicious
 * client gains nothing but l bytes a query.
 *
 * <p><b>Correctness.</b> A shape in which some byte of an answer would decode wrongly with a chance above 2^-40 is refused
 * ({@link org.sluice.protocol.pir.Shape}).
 *
 * <p><b>Side channels.</b> Sampling, adding the unit vector and rounding take no branch and no look-up that depends on a
 * secret; the just-in-time compiler promises nothing. The defence is against the peer over the network, not against code on
 * the same machine.
 */
@NullMarked
package org.sluice.protocol.pir;

import org.jspecify.annotations.NullMarked;
