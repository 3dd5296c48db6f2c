/**
 * Computing without seeing: protocols that know no Spring, no engine and no clock; parties are state machines over
 * messages, a channel moves the bytes, randomness comes in through the constructor.
 */
@NullMarked
package org.sluice.protocol;

import org.jspecify.annotations.NullMarked;
