/** Cases over HTTP. */
@NullMarked
package org.sluice.insight.web;

import org.jspecify.annotations.NullMarked;
