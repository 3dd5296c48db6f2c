/**
 * How fast the protocols are here, beside what this machine could do at most: two workers in two processes, over mutual
 * TLS on loopback, as two parties on one machine would be.
 */
@NullMarked
package org.sluice.worker.bench;

import org.jspecify.annotations.NullMarked;
