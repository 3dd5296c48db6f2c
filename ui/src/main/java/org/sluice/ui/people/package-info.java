/** People, their roles by unit, and accounts; for the administrator. */
@NullMarked
package org.sluice.ui.people;

import org.jspecify.annotations.NullMarked;
