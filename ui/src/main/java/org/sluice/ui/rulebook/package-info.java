/** The decision tables and clauses as people read them. */
@NullMarked
package org.sluice.ui.rulebook;

import org.jspecify.annotations.NullMarked;
