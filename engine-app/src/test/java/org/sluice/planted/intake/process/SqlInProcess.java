package org.sluice.planted.intake.process;

import javax.sql.DataSource;

/** A step of a model that knows the database. */
record SqlInProcess(DataSource database) {}
