/**
 * An oblivious key-value store over GF(2^128): a vector of which three scattered entries and a few dense ones add up to
 * each key's value, and which tells nothing of the keys where the values are random.
 *
 * <p><b>Paper.</b> Raghuraman, Rindal, "Blazing fast PSI from improved OKVS and subfield VOLE", eprint 2022/320, sections
 * 3 and 4 (expansion and number of dense columns as fitted there for three positions a row); the construction by peeling
 * after Garimella, Pinkas, Rosulek, Trieu, Yanai, "Oblivious key-value stores and amplification for private set
 * intersection", CRYPTO 2021.
 *
 * <p><b>Layout.</b> n keys fall into bins by a hash. Each bin is a store of its own: s = ⌈e·c⌉ sparse columns, of which a
 * key uses three different ones, and d dense columns, of which it uses a random half. c bounds the load of a bin, and
 * with it e and d are chosen such that encoding fails with a chance below 2^-40 altogether. Every bin has the size for a
 * load of c, whatever its load is. The dense part is binary: a key either adds a dense column or not, so that decoding
 * costs a few table lookups and no multiplication.
 *
 * <p><b>What is random.</b> Columns that no key determines are filled with random values; without that the vector would
 * not be distributed alike for all sets of keys.
 *
 * <p><b>Side channels.</b> Where a key stands, how a bin peels and what the tables are read at depends on the keys:
 * nothing here runs in constant time. The defence is against the peer over the network, not against code on the same
 * machine.
 */
@NullMarked
package org.sluice.protocol.okvs;

import org.jspecify.annotations.NullMarked;
