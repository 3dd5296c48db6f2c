/** Procurement over the API. */
@NullMarked
package org.sluice.procurement.web;

import org.jspecify.annotations.NullMarked;
