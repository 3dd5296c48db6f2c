/** The beans that procurement's model names; each reads variables, calls one verb, writes the flags. */
@NullMarked
package org.sluice.procurement.process;

import org.jspecify.annotations.NullMarked;
