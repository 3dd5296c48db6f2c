/** The beans that the models of the blacklist name; each reads variables, calls one verb, writes the flags. */
@NullMarked
package org.sluice.blacklist.process;

import org.jspecify.annotations.NullMarked;
