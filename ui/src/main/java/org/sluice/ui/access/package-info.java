/** Who uses which product for what: requests and grants. */
@NullMarked
package org.sluice.ui.access;

import org.jspecify.annotations.NullMarked;
