/**
 * The demo's data: a bank that cannot be real, the same at every load. The figures are those of the domain text; names
 * and texts stand in {@code resources/demo}.
 */
@NullMarked
package org.sluice.demo.data;

import org.jspecify.annotations.NullMarked;
