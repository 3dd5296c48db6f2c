/** The tasklist over HTTP. */
@NullMarked
package org.sluice.tasks.web;

import org.jspecify.annotations.NullMarked;
