/**
 * What a party answers for when a job is over: a signed statement that everybody who knows its certificate can check
 * without it.
 *
 * <p>A receipt is JSON in the canonical form of RFC 8785, signed with the key that the party's certificate names. It
 * holds sizes, the count that the job's output rule allows, and hashes; no identifier, no key and no masked value. Two
 * receipts of one job say whether the parties tell the same; a signature says who said it, not that it is true.
 */
@NullMarked
package org.sluice.worker.receipt;

import org.jspecify.annotations.NullMarked;
