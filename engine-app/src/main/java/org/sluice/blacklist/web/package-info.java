/** The blacklist over HTTP. */
@NullMarked
package org.sluice.blacklist.web;

import org.jspecify.annotations.NullMarked;
