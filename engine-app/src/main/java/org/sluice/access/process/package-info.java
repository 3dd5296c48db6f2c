/** The beans that the model of usage authorization names; each reads variables, calls one verb, writes the flags. */
@NullMarked
package org.sluice.access.process;

import org.jspecify.annotations.NullMarked;
