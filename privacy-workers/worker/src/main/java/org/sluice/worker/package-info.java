/** One party's worker: fetches jobs from the engine, computes them with the peer's worker, and tells the engine how they ended. */
@NullMarked
package org.sluice.worker;

import org.jspecify.annotations.NullMarked;
