/** The models as they are read and drawn: where each one stands on the class path, and its text in a reader's language. */
@NullMarked
package org.sluice.process.models;

import org.jspecify.annotations.NullMarked;
