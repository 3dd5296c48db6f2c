/** Blacklist of suppliers: the names of its models, and the bodies that people post in them. */
@NullMarked
package org.sluice.process.blacklist;

import org.jspecify.annotations.NullMarked;
