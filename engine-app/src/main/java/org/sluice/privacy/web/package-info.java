/** The workers' door, and match tests over HTTP. */
@NullMarked
package org.sluice.privacy.web;

import org.jspecify.annotations.NullMarked;
