@NullMarked
package org.sluice.planted.mute;

import org.jspecify.annotations.NullMarked;
