/**
 * The product as a person sees it: a real Chromium before a product of its own, with a database of its own. With
 * {@code -Dsluice.browser.product=http://localhost:8080} the tests use a product that already runs.
 */
@NullMarked
package org.sluice.browser;

import org.jspecify.annotations.NullMarked;
