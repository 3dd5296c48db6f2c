/** For the operator: incidents and their retry. */
@NullMarked
package org.sluice.ui.operations;

import org.jspecify.annotations.NullMarked;
