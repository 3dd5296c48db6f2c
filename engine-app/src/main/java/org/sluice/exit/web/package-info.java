/** Exits over HTTP: opened for a product, looked at, taken back. */
@NullMarked
package org.sluice.exit.web;

import org.jspecify.annotations.NullMarked;
