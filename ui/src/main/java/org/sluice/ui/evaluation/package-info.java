/** What products in use are measured and graded by, and the panels of their evaluation. */
@NullMarked
package org.sluice.ui.evaluation;

import org.jspecify.annotations.NullMarked;
