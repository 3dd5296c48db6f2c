package org.sluice.planted.intake.web;

import org.springframework.jdbc.core.simple.JdbcClient;

/** HTTP that asks the database itself. */
class SqlInWeb {

    int count(JdbcClient jdbc) {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
