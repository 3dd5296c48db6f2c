/** Migrations that SQL alone can't write; Flyway finds them at {@code classpath:org/sluice/db/migration}. */
@NullMarked
package org.sluice.db.migration;

import org.jspecify.annotations.NullMarked;
