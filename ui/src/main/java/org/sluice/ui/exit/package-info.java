/** Exits of products on the screens: opened on the product's page, led by panels. */
@NullMarked
package org.sluice.ui.exit;

import org.jspecify.annotations.NullMarked;
