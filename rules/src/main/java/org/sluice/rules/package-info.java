/** What compliance decides: decision tables and rules, their facts, and what reads and explains them. */
@NullMarked
package org.sluice.rules;

import org.jspecify.annotations.NullMarked;
