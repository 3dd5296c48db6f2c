/** The tasklist: inbox, one task with its case beside the form, one panel per user task. */
@NullMarked
package org.sluice.ui.tasks;

import org.jspecify.annotations.NullMarked;
