/** The listeners around every business rule task: facts in, decision on record, flags out. */
@NullMarked
package org.sluice.rulebook.process;

import org.jspecify.annotations.NullMarked;
