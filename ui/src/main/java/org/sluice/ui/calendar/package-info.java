/** The business calendar and its editable days. */
@NullMarked
package org.sluice.ui.calendar;

import org.jspecify.annotations.NullMarked;
