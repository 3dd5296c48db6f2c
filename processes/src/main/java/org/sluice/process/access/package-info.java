/** Usage of listed products: the request, the steps that approve it, and what a grant is limited to. */
@NullMarked
package org.sluice.process.access;

import org.jspecify.annotations.NullMarked;
