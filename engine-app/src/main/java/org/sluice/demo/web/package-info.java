/** The demo's clock over HTTP. */
@NullMarked
package org.sluice.demo.web;

import org.jspecify.annotations.NullMarked;
