/** Match tests between two parties' workers, as they happen; the panel is public, for the page of a case. */
@NullMarked
package org.sluice.ui.privacy;

import org.jspecify.annotations.NullMarked;
