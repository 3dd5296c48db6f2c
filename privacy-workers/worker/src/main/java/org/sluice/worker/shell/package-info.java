/** Between the engine and the jobs: fetches, holds locks, reports outcomes; the only user of the external-task client. */
@NullMarked
package org.sluice.worker.shell;

import org.jspecify.annotations.NullMarked;
