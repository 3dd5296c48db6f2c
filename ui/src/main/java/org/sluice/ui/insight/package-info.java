/** Figures for managers: where cases wait, how long steps take, what the budget still holds. */
@NullMarked
package org.sluice.ui.insight;

import org.jspecify.annotations.NullMarked;
