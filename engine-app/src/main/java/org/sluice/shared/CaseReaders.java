package org.sluice.shared;

import org.sluice.process.CaseId;
import org.sluice.process.NotPermitted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read a case: people who may see its unit, whoever started it, and people of the bank who are or were asked in it.
 * A unit can be asked in another unit's case, and nobody decides on what cannot be read.
 */
@Component
public class CaseReaders {

    private final CaseFiles files;
    private final OrgUnits units;
    private final Access access;
    private final JdbcClient jdbc;

    CaseReaders(CaseFiles files, OrgUnits units, Access access, JdbcClient jdbc) {
        this.files = files;
        this.units = units;
        this.access = access;
        this.jdbc = jdbc;
    }

    public boolean reads(Actor actor, CaseFiles.CaseFile file) {
        return actor.id().equals(file.initiator()) || access.sees(actor, file.unit()) || isAsked(actor, file.caseId());
    }

    /** @throws NotPermitted when the person may not read the case */
    public void requireReads(Actor actor, CaseId caseId) {
        var file = files.get(caseId);
        if (!reads(actor, file)) {
            throw new NotPermitted("unit", units.get(file.unit()).name());
        }
    }

    private boolean isAsked(Actor actor, CaseId caseId) {
        var acting = access.acting(actor).stream()
                .filter(right -> !right.role().isExternal())
                .toList();
        return jdbc.sql("""
                        select exists (select 1 from sluice.task where case_id = ?
                            and (candidate_group, org_unit) in (select * from unnest(?::text[], ?::text[])))
                        """)
                .params(
                        caseId.value(),
                        acting.stream().map(right -> right.role().name()).toArray(String[]::new),
                        acting.stream().map(right -> right.unit().value()).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }
}
