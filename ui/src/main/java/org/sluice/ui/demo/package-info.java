/** Only in the demo: the accounts and the clock that can be moved. */
@NullMarked
package org.sluice.ui.demo;

import org.jspecify.annotations.NullMarked;
