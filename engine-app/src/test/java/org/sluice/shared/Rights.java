package org.sluice.shared;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The policy for tests that run without a context. */
public final class Rights {

    private Rights() {}

    public static Access over(JdbcClient jdbc) {
        return new Access(new OrgUnits(jdbc));
    }
}
