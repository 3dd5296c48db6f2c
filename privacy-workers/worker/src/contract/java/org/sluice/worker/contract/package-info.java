/** What is said between a worker and an engine, as a script that any engine must answer alike. */
@NullMarked
package org.sluice.worker.contract;

import org.jspecify.annotations.NullMarked;
