/** The blacklist as people see it: entries on a supplier's page, and the panels of its tasks. */
@NullMarked
package org.sluice.ui.blacklist;

import org.jspecify.annotations.NullMarked;
