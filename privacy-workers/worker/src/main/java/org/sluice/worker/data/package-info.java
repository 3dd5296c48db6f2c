/** The identifiers that a party holds, with their values where they have some, in files of its worker's folder or in a database: checked, normalised, each once, named by version. */
@NullMarked
package org.sluice.worker.data;

import org.jspecify.annotations.NullMarked;
