/** Admissions over HTTP. */
@NullMarked
package org.sluice.admission.web;

import org.jspecify.annotations.NullMarked;
