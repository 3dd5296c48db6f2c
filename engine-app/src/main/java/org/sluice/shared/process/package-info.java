/** The bridge between typed variables and the engine's executions; the delegates of all features use it. */
@NullMarked
package org.sluice.shared.process;

import org.jspecify.annotations.NullMarked;
