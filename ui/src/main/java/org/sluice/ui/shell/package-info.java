/** The frame around every view: layout, sign-in, error pages, and the texts in both languages. */
@NullMarked
package org.sluice.ui.shell;

import org.jspecify.annotations.NullMarked;
