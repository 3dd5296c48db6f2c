/**
 * The tasklist: inbox, one task with its case beside the form, one panel per user task. It shows the case through the
 * public dossier of {@code cases}; that is the one place where a subject uses another subject's component.
 */
@NullMarked
package org.sluice.ui.tasks;

import org.jspecify.annotations.NullMarked;
