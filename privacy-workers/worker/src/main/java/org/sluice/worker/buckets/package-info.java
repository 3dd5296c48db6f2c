/**
 * Sets of any size, bucket by bucket: items are spread over buckets by a joint hash, each bucket is filled up to one
 * size, and each is an intersection of its own, with secrets of its own, whose result is on the disk before the next
 * begins.
 *
 * <p><b>What the peer learns of the spreading:</b> nothing. Both sides use one salted hash, so an item that both hold
 * meets itself; how many items fall into a bucket is hidden, since each is filled with random rows up to the capacity
 * that follows from the announced size alone ({@link org.sluice.worker.buckets.BucketPlan}). A random row of 16 bytes
 * equals one of the peer's with a chance of 2^-80 for 2^24 against 2^24. Each bucket of a peer
 * must have exactly the size that follows from the number that it announced. That it holds no more items than that is not
 * proven: in place of random rows it may bring its own, up to the capacity, and {@link
 * org.sluice.worker.buckets.BucketPlan#bucketsFor} leaves room for no more than a run may be about.
 *
 * <p><b>On the disk</b> lie salted hashes of the party's own items beside the items' own files, no mask, scalar or
 * element of either side, and results under a key of their own ({@link org.sluice.worker.buckets.Vault}).
 *
 * <p><b>Killed at any point:</b> a bucket whose result was kept is never computed
 * again; the one in hand starts anew, with fresh secrets. Each begin is counted before its first message, at either
 * side, since it is a new query to the peer, and a bucket that was begun too often is given up.
 */
@NullMarked
package org.sluice.worker.buckets;

import org.jspecify.annotations.NullMarked;
