/** The guided story over HTTP. */
@NullMarked
package org.sluice.story.web;

import org.jspecify.annotations.NullMarked;
