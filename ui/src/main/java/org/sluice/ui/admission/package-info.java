/** Admission of suppliers and data products: the panels of its tasks, and what cases, suppliers and products show of it. */
@NullMarked
package org.sluice.ui.admission;

import org.jspecify.annotations.NullMarked;
