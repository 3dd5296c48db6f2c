/** Ways in which a text reaches an argument, for the test of the reader of sources. */
@NullMarked
package org.sluice.planted.texts;

import org.jspecify.annotations.NullMarked;
