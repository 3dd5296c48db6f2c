/** Names and bodies of the exit of a product: why it leaves use, what replaces it, and what is left of its data. */
@NullMarked
package org.sluice.process.exit;

import org.jspecify.annotations.NullMarked;
