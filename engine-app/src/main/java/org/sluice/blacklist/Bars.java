package org.sluice.blacklist;

import java.util.UUID;
import org.sluice.catalog.SupplierRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What being listed or suspended does to a supplier's state, and what it was before: the first bar keeps it, whatever
 * comes on top, and the last one that goes gives it back.
 */
@Component
class Bars {

    static final String BLACKLISTED = "BLACKLISTED";
    static final String SUSPENDED = "SUSPENDED";

    /** Whoever comes back from the list is admitted anew. */
    static final String TO_BE_ADMITTED = "POTENTIAL";

    private static final String UNDER_REVIEW = "UNDER_REVIEW";

    private final EntryStore entries;
    private final Suspensions suspensions;
    private final SupplierRegister suppliers;
    private final JdbcClient jdbc;

    Bars(EntryStore entries, Suspensions suspensions, SupplierRegister suppliers, JdbcClient jdbc) {
        this.entries = entries;
        this.suspensions = suspensions;
        this.suppliers = suppliers;
        this.jdbc = jdbc;
    }

    /** Brings the supplier's state into line with what is in force, keeping what it was before. */
    void raise(UUID supplier) {
        var before = suppliers.get(supplier).state();
        jdbc.sql("insert into sluice.supplier_bar (supplier, state_before) values (?, ?) on conflict do nothing")
                .params(supplier, before)
                .update();
        if (entries.inForce(supplier).isPresent()) {
            // the admission that was under way is stopped, so nobody reviews it any more
            jdbc.sql("update sluice.supplier_bar set state_before = ? where supplier = ? and state_before = ?")
                    .params(TO_BE_ADMITTED, supplier, UNDER_REVIEW)
                    .update();
            suppliers.state(supplier, BLACKLISTED);
        } else {
            suppliers.state(supplier, SUSPENDED);
        }
    }

    /** What the supplier is apart from being listed or suspended: what it will be again, should nothing else happen. */
    String unbarred(UUID supplier) {
        return jdbc.sql("select state_before from sluice.supplier_bar where supplier = ?")
                .param(supplier)
                .query(String.class)
                .optional()
                .orElseGet(() -> suppliers.get(supplier).state());
    }

    /** The supplier is this from now on, or once nothing bars it any more. */
    void settle(UUID supplier, String state) {
        var kept = jdbc.sql("update sluice.supplier_bar set state_before = ? where supplier = ?")
                .params(state, supplier)
                .update();
        if (kept == 0) {
            suppliers.state(supplier, state);
        }
    }

    /** Something has ended: the supplier is what else bars it, or again what it was. */
    void lower(UUID supplier) {
        if (entries.inForce(supplier).isPresent()) {
            suppliers.state(supplier, BLACKLISTED);
        } else if (suspensions.isSuspended(supplier)) {
            suppliers.state(supplier, SUSPENDED);
        } else {
            jdbc.sql("delete from sluice.supplier_bar where supplier = ? returning state_before")
                    .param(supplier)
                    .query(String.class)
                    .optional()
                    .ifPresent(before -> suppliers.state(supplier, before));
        }
    }

    /** As {@link #lower}, for one that has served its term: it is not what it was. */
    void lower(UUID supplier, String after) {
        settle(supplier, after);
        lower(supplier);
    }
}
