package org.sluice.db.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Once loaded the reference data, which {@link R__reference_data} does now. Databases have this step in their history, so
 * it stays there, with the checksum that it had; in a new one it does nothing.
 */
public class V7__reference_data extends BaseJavaMigration {

    private static final int AS_LANDED = 2082454647;

    @Override
    public void migrate(Context context) {
        // nothing is left to do, see above
    }

    @Override
    public Integer getChecksum() {
        return AS_LANDED;
    }
}
