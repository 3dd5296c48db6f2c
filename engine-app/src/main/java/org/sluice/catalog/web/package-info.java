/** The catalogue over HTTP: lists in pages, and one product or supplier by its code. */
@NullMarked
package org.sluice.catalog.web;

import org.jspecify.annotations.NullMarked;
