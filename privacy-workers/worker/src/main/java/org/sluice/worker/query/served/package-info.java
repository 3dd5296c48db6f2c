/**
 * The supplier's side of hidden queries: lists in files, set up once, followed in versions, served to those who may ask, and
 * counted on the disk before an answer leaves.
 *
 * <p><b>Files.</b> {@code lists/<list>.csv} with the header {@code identifier,value}: identifiers are normalised as those of
 * data sets and occur once, at most 64 bytes; a value has at most 64 bytes of UTF-8. {@code lists/<list>.properties} says who
 * may ask ({@code peers}, separated by commas) and how much ({@code evaluations.perDay}, for each peer, and as many
 * retrievals; days are those of UTC); it is read anew for every message, and a list without it is for nobody. The content is
 * looked at every two seconds. A file with one bad row is not taken over, and what was served before goes on.
 *
 * <p><b>Versions.</b> {@code queries/served/<list>/} keeps the key, the last number given out, and each built version with the
 * content that it was built from. Under one key versions rise: the number is on the disk before anything is sealed under
 * it, and one that came to nothing is passed over by an empty revision, never used again. A change of at most
 * 4,096 entries becomes a revision; a larger one, or one that finds a bin full, has the list set up anew, under the
 * same key. A version is whole on the disk before it is served.
 *
 * <p><b>Meter.</b> {@code queries/meter/<day>}, a line a count, appended and forced to the disk before the answer is even
 * computed. A count may so stand there whose answer never left; the reverse cannot happen.
 *
 * <p><b>Timing.</b> The function's key meets arithmetic that is not constant-time: an evaluation of b keys leaves a whole
 * number of steps after it came in, each of {@code 5 ms · (1 + b/4)}, so that all that take less than a step look alike. What a
 * retrieval takes depends on no key.
 *
 * <p><b>Fairness.</b> At most 31 lines, and of one peer at most eight: a further one takes the place of the one that has been
 * idle for longest, and is refused where none is. Each line has a thread of its own that computes what it was asked, so the
 * system shares the processors among them; messages above a megabyte are held for four lines at a time.
 *
 * <p>Everything here is readable by its owner only. Who can read the folder can open the list, which is the party's own.
 */
@NullMarked
package org.sluice.worker.query.served;

import org.jspecify.annotations.NullMarked;
