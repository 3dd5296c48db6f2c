/**
 * The shared vocabulary: BPMN files and, per file, one Java class that names its key, tasks, topics, messages, errors
 * and typed variables; and the few value types that cross module walls (ids, {@link org.sluice.process.Money}, the
 * refusals).
 */
@NullMarked
package org.sluice.process;

import org.jspecify.annotations.NullMarked;
