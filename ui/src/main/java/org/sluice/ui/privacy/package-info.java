/** Match tests, privacy jobs and hidden queries between two parties' workers, as they are asked for and as they happen. */
@NullMarked
package org.sluice.ui.privacy;

import org.jspecify.annotations.NullMarked;
