/** Privacy jobs: what the engine and the workers say to each other about one, by name and type. */
@NullMarked
package org.sluice.process.privacy;

import org.jspecify.annotations.NullMarked;
