/**
 * Carries out the orders of a privacy job: what the engine has signed, step by step, and nothing beside it.
 *
 * <p>A step is answered once; whoever asks again gets what was kept. Rows that a party may learn are sealed under a key
 * of their job, opened by a RELEASE, and gone with a PURGE; its peer and the engine never see them.
 *
 * <p>Sets that are larger than one piece are intersected bucket by bucket, as {@link org.sluice.worker.buckets} describes.
 */
@NullMarked
package org.sluice.worker.orders;

import org.jspecify.annotations.NullMarked;
