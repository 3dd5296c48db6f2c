/** The line to a peer's worker: mutual TLS 1.3 with pinned certificates, bounded frames, signs of life. */
@NullMarked
package org.sluice.worker.transport;

import org.jspecify.annotations.NullMarked;
