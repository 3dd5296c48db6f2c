/**
 * The house's figures, each measured beside its goal or its peer in the same run; nothing here judges a duration. The
 * command is in the README.
 */
@NullMarked
package org.sluice.bench;

import org.jspecify.annotations.NullMarked;
