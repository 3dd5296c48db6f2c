/** A feature that does not say what it may use. */
@NullMarked
package org.sluice.planted.house.harbour;

import org.jspecify.annotations.NullMarked;
