/** Planted: a part that knows a subject. */
@org.jspecify.annotations.NullMarked
package org.sluice.planted.ui.parts;
