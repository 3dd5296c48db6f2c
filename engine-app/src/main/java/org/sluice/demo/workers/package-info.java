/** The demo's two workers: their folders, their processes, and who they are to the house. */
@NullMarked
package org.sluice.demo.workers;

import org.jspecify.annotations.NullMarked;
