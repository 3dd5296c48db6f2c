/** Readings and evaluations over the API. */
@NullMarked
package org.sluice.evaluation.web;

import org.jspecify.annotations.NullMarked;
