/** Asks the engine where the tokens of a case stand. */
@NullMarked
package org.sluice.insight.process;

import org.jspecify.annotations.NullMarked;
