/** Where privacy jobs meet the engine: beans of the model, tenants, the external tasks of the parties. */
@NullMarked
package org.sluice.privacy.process;

import org.jspecify.annotations.NullMarked;
