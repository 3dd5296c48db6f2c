/** Small stand-ins of the desks: tests and the preview run the screens against them, without an engine or a database. */
@NullMarked
package org.sluice.ui.fakes;

import org.jspecify.annotations.NullMarked;
