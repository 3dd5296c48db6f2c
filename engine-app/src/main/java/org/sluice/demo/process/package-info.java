/** Where the demo's clock reaches the engine. */
@NullMarked
package org.sluice.demo.process;

import org.jspecify.annotations.NullMarked;
