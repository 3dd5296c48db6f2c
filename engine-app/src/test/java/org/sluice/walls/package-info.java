/** The walls of the house, and whether models, tables, forms, panels and texts fit together. */
@NullMarked
package org.sluice.walls;

import org.jspecify.annotations.NullMarked;
