/**
 * The demo's workers: the bank's and one supplier's, each a process with a folder of its own, started with the house,
 * kept running and ended with it.
 */
@NullMarked
package org.sluice.demo.workers;

import org.jspecify.annotations.NullMarked;
