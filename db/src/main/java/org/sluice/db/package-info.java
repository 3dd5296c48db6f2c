/** The tables: migrations in order, reference data, the embedded PostgreSQL of the zero-set-up default and of the tests. */
@NullMarked
package org.sluice.db;

import org.jspecify.annotations.NullMarked;
