/**
 * One case on one page: facts, thread, decisions, diagram. {@link org.sluice.ui.cases.CaseDossier} and the desk are
 * public, because whoever decides on a task must see the same case beside the form; the views are not.
 */
@NullMarked
package org.sluice.ui.cases;

import org.jspecify.annotations.NullMarked;
