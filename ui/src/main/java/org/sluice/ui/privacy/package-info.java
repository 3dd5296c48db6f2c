/** Match tests between two parties' workers, as they happen; they stand on the page of their case. */
@NullMarked
package org.sluice.ui.privacy;

import org.jspecify.annotations.NullMarked;
