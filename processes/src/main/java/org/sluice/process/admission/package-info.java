/** Names and bodies of the admissions: of a supplier, and of what it delivers. */
@NullMarked
package org.sluice.process.admission;

import org.jspecify.annotations.NullMarked;
