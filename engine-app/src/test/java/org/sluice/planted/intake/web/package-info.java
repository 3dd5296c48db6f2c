/** Breaks the walls of HTTP on purpose. */
@NullMarked
package org.sluice.planted.intake.web;

import org.jspecify.annotations.NullMarked;
