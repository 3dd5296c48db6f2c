/** The guided story: a page that leads through the life of one data product, step by step, each with its person. */
@NullMarked
package org.sluice.ui.story;

import org.jspecify.annotations.NullMarked;
