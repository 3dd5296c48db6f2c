/** Who this worker is and whom it trusts: one folder with identity, keys, trust, settings, data and log. */
@NullMarked
package org.sluice.worker.party;

import org.jspecify.annotations.NullMarked;
