/** Building blocks that every subject may use, and nothing that knows a subject. */
@NullMarked
package org.sluice.ui.parts;

import org.jspecify.annotations.NullMarked;
