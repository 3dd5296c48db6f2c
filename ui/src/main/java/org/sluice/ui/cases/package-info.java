/** One case on one page: facts, thread, decisions, diagram. */
@NullMarked
package org.sluice.ui.cases;

import org.jspecify.annotations.NullMarked;
