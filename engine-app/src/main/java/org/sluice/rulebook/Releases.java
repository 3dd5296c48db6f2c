package org.sluice.rulebook;

import java.time.Clock;
import java.time.ZoneOffset;
import org.sluice.rules.DecisionTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The release of the rule book in force: a number for the exact text of all tables; new text is a new release. */
@Service
public class Releases {

    private final int current;

    Releases(JdbcClient jdbc, DecisionTables tables, Clock clock) {
        var hash = tables.contentHash();
        jdbc.sql("""
                        insert into sluice.rule_release (content_hash, in_force_from, note)
                        values (?, ?, 'shipped with the product') on conflict do nothing
                        """).params(hash, clock.instant().atOffset(ZoneOffset.UTC)).update();
        current = jdbc.sql("select number from sluice.rule_release where content_hash = ?")
                .param(hash)
                .query(Integer.class)
                .single();
    }

    public int current() {
        return current;
    }
}
