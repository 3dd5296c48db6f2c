/** The beans that the models of admission name; each reads variables, calls one verb, writes the flags. */
@NullMarked
package org.sluice.admission.process;

import org.jspecify.annotations.NullMarked;
