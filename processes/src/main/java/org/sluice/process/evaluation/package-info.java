/** Vocabulary of evaluation: names in the model, readings, scored items, and what people decide about a product in use. */
@NullMarked
package org.sluice.process.evaluation;

import org.jspecify.annotations.NullMarked;
