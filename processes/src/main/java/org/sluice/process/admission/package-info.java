/** Admission of suppliers and data products: names of its models and what people enter at their tasks. */
@NullMarked
package org.sluice.process.admission;

import org.jspecify.annotations.NullMarked;
