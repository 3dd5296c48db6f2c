/** A house of three features, two of which break the order of modules. */
@NullMarked
package org.sluice.planted.house;

import org.jspecify.annotations.NullMarked;
