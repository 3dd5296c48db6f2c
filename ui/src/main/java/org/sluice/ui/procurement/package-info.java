/** The panels of procurement's user tasks. */
@NullMarked
package org.sluice.ui.procurement;

import org.jspecify.annotations.NullMarked;
