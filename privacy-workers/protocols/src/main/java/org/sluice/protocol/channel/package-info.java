/** What moves frames between two parties, and what counts and fingerprints them on the way. */
@NullMarked
package org.sluice.protocol.channel;

import org.jspecify.annotations.NullMarked;
