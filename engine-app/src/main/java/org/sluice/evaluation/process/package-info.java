/** The beans that evaluation's model names; each reads variables, calls one verb, writes the flags. */
@NullMarked
package org.sluice.evaluation.process;

import org.jspecify.annotations.NullMarked;
