/** Requests to use products, and the grants, over the API. */
@NullMarked
package org.sluice.access.web;

import org.jspecify.annotations.NullMarked;
