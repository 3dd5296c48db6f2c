/** The identifiers that a party keeps in its worker's folder: checked, normalised, each once, named by version. */
@NullMarked
package org.sluice.worker.data;

import org.jspecify.annotations.NullMarked;
