/**
 * What two workers say to each other about lists: messages of any length over a line of frames.
 *
 * <p>A message's first frame is: release 1 (1 byte) ‖ kind (1) ‖ length of the list's name (1) ‖ the name ‖ length of the
 * content (4, big-endian) ‖ the first part of the content; further parts follow, a frame each, of at most a megabyte: a line
 * keeps some frames in memory for each of its callers. Whoever receives says how long a content may be before it is held.
 *
 * <p>The caller sends {@code LISTS} (nothing), {@code FOLLOW} (the version that it holds, 8 bytes, -1 for none), {@code
 * EVALUATE} and {@code RETRIEVE} (the two messages of {@link org.sluice.protocol.hidden.Inquiry}); each is answered by
 * {@code ANSWER}, or by {@code REFUSED} with a code of one byte ({@link org.sluice.worker.query.wire.Refusal}).
 */
@NullMarked
package org.sluice.worker.query.wire;

import org.jspecify.annotations.NullMarked;
