/** Requirements over HTTP. */
@NullMarked
package org.sluice.intake.web;

import org.jspecify.annotations.NullMarked;
