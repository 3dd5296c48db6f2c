/** Procurement: the names of its model and the bodies of its user tasks. */
@NullMarked
package org.sluice.process.procurement;

import org.jspecify.annotations.NullMarked;
