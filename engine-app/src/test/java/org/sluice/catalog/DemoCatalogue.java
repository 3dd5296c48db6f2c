package org.sluice.catalog;

import java.util.Set;
import java.util.UUID;
import org.sluice.demo.data.DemoDatabase;
import org.sluice.process.LocalText;
import org.sluice.process.PersonId;
import org.sluice.process.Role;
import org.sluice.process.UnitCode;
import org.sluice.shared.Actor;
import org.sluice.shared.Rights;

/** The catalogue over the demo's data as an auditor reads it, made without a Spring context. */
public final class DemoCatalogue {

    private DemoCatalogue() {}

    public static Catalogue open() {
        var jdbc = DemoDatabase.shared();
        var auditor = new Actor(
                new PersonId(new UUID(0, 1)),
                "audit",
                new LocalText("审计", "Auditor"),
                UnitCode.HEAD_OFFICE,
                Set.of(new Actor.Right(Role.AUDIT, UnitCode.HEAD_OFFICE)));
        return new Catalogue(
                new Products(jdbc),
                new Suppliers(jdbc),
                new ApplicationCases(jdbc),
                new Taxonomy(jdbc),
                Rights.over(jdbc),
                () -> auditor);
    }
}
