/** What rules may look at and write to: immutable facts in which null means unknown, and nothing that can act. */
@NullMarked
package org.sluice.rules.facts;

import org.jspecify.annotations.NullMarked;
