/**
 * Parties as pure state machines, and the pump that runs one over a channel: the mathematics never sees a transport, and
 * no result leaves before both sides have seen the same frames.
 */
@NullMarked
package org.sluice.protocol.session;

import org.jspecify.annotations.NullMarked;
