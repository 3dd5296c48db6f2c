/** Masks of large sets, made once a version: by the party whose set it is, and kept by the peers that look their own up in it. */
@NullMarked
package org.sluice.worker.masks;

import org.jspecify.annotations.NullMarked;
