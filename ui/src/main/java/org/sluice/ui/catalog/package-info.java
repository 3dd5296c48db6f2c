/** The catalogue: data products, suppliers, application cases. */
@NullMarked
package org.sluice.ui.catalog;

import org.jspecify.annotations.NullMarked;
